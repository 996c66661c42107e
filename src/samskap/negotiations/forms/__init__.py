"""What people fill in: the map, the table, the promises."""
