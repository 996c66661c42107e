"""Questions about committees, one file for each noun: import from the file."""
