"""Changing: the map, the seats, the table, the promises and their reviews."""
