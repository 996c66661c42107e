"""Municipalities: the tenants. One instance serves many, each by its own host name."""
