"""The bare framework: the same list from the same database, with a session and nothing else."""
