"""The embedded database, with writers that soon notice that it is their turn."""
