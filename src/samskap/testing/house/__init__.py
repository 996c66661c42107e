"""House tests: the rules of the whole house that no single module can keep."""
