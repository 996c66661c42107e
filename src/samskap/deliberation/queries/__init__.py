"""Reading deliberations."""
