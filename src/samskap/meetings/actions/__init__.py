"""Changing meetings, split by noun."""
