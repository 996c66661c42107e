"""Samskap: where a local community defines, designs, implements and drives things together."""
