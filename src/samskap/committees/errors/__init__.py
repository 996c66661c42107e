"""How committees say no, split by noun."""
