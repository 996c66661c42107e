"""Pages of deliberations."""
