"""Reading: the map, the seats, the table, the promises."""
