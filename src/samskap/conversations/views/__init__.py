"""Pages of conversations, split by what one does there."""
