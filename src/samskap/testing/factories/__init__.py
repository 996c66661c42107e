"""A factory for each model, one file a module. Each builds the plainest valid thing."""
