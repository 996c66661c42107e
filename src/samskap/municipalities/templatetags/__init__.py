"""Tags of municipalities."""
