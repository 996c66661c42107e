"""Organisations: associations, businesses, public units and bodies, and who may speak for whom."""
