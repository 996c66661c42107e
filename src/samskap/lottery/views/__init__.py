"""Pages of lots."""
