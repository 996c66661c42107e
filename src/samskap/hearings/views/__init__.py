"""Pages of hearings, split by what one does there."""
