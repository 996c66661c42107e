"""Changing initiatives, split by noun."""

from samskap.initiatives.actions.rungs import publish_rung

__all__ = ["publish_rung"]
