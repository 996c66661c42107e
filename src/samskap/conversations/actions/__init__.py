"""Changing conversations: talking, keeping a thread, and letting go of somebody."""
