"""Pages of meetings, split by noun."""
