"""Ideas: stories, problem statements, evidence, ideas and drafts that people give to an initiative."""
