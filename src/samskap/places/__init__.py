"""Places: areas, their borders through the years, and how many people live there."""
