"""Changing hearings, split by what one does."""
