"""The pages of committees, one file for each noun."""
