"""How meetings say no, split by noun."""
