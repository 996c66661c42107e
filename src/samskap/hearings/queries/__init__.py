"""Reading hearings, split by what is asked."""
