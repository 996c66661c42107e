"""Tags for pages of deliberations."""
