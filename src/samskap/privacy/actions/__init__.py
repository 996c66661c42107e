"""Changing: archives, sights, and how long things are kept."""
