"""What people fill in about initiatives, split by noun."""
