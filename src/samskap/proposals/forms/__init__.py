"""What people fill in about proposals, split by noun."""
