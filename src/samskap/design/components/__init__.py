"""The components, gathered by what they are about; templates load all of them with `design`."""
