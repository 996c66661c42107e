"""Reading proposals, split by what is asked."""
