"""Samskap: the platform on which a local community defines, designs, implements and drives things forward together."""
