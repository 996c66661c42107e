"""Changing deliberations: start one, state something, vote, read what waits."""
