"""Changing lots: start, say yes, plan, seal, draw, replace."""

from samskap.lottery.actions.starting import Registered, start_lot

__all__ = ["Registered", "start_lot"]
