"""What people and administrators fill in."""
