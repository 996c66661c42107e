"""What people fill in about hearings, split by noun."""
