"""The pages about places: what everyone reads, and where administrators change it."""
