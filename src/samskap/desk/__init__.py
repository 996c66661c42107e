"""The desk: what waits for whom, gathered from all modules."""
