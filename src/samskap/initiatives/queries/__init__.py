"""Reading initiatives, split by noun."""
