"""Changing rotas, split by noun."""
