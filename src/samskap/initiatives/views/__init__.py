"""The pages of initiatives, split by noun."""
