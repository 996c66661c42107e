"""Walks: every address, tried by machine, as every role, in every language, from every tenant."""
