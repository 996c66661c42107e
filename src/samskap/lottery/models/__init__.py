"""Lots, their steps, who may be drawn, and the rounds in which they are."""

from samskap.lottery.models.lot import Lot, State, Step
from samskap.lottery.models.pool import Entrant, Invitee
from samskap.lottery.models.round import PANELS, Round

__all__ = ["PANELS", "Entrant", "Invitee", "Lot", "Round", "State", "Step"]
