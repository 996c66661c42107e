"""Changing proposals, split by what one does."""
