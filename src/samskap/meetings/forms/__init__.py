"""What people fill in, split by noun."""
