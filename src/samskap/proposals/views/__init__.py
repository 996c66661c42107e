"""Pages of proposals, split by what one does there."""
