"""The desk: what waits for whom, gathered from what all modules announce."""
