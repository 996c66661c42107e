"""How initiatives say no, split by noun."""
