"""Initiatives: a challenge on its way from a dream to something that runs."""
