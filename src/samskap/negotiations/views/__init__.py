"""The pages of negotiations."""
