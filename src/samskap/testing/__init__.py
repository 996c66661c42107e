"""What tests build with: one factory for each model, a fake for each outside service."""
