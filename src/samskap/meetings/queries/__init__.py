"""Reading meetings, split by noun."""
