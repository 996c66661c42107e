"""The tables of rotas, split by noun."""

from samskap.rotas.models.change import Correction, DutyChange, Move
from samskap.rotas.models.feed import FeedKey
from samskap.rotas.models.helper import Availability, Clearance, Helper, Wish
from samskap.rotas.models.plan import Plan, Suggestion
from samskap.rotas.models.rota import Duty, Requirement, Rota, Spark
from samskap.rotas.models.shift import Need, Series, SeriesNeed, Shift
from samskap.rotas.models.turn import InLine, Swap, Turn

__all__ = [
    "Availability",
    "Clearance",
    "Correction",
    "Duty",
    "DutyChange",
    "FeedKey",
    "Helper",
    "InLine",
    "Move",
    "Need",
    "Plan",
    "Requirement",
    "Rota",
    "Series",
    "SeriesNeed",
    "Shift",
    "Spark",
    "Suggestion",
    "Swap",
    "Turn",
    "Wish",
]
