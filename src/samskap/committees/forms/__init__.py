"""What people fill in about committees, one file for each noun."""
