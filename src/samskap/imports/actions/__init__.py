"""Bringing in files: read, map, rehearse, take in, undo; inviting people."""
