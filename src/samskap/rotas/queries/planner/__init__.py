"""Planning: what a plan is made from, how a week stands, and who carries how much."""

from samskap.rotas.queries.planner.asked import Asked, asked_for
from samskap.rotas.queries.planner.carriers import (
    Carried,
    Carrier,
    Handover,
    carried,
    handover_of,
)
from samskap.rotas.queries.planner.days import (
    FOUR_WEEKS,
    monday_of,
    next_day_of,
    series_ahead,
    shifts_between,
)
from samskap.rotas.queries.planner.suggestions import hours_after, suggested_to, suggestions_of
from samskap.rotas.queries.planner.weeks import WeekOfShifts, week_of, weeks_of

__all__ = [
    "FOUR_WEEKS",
    "Asked",
    "Carried",
    "Carrier",
    "Handover",
    "WeekOfShifts",
    "asked_for",
    "carried",
    "handover_of",
    "hours_after",
    "monday_of",
    "next_day_of",
    "series_ahead",
    "shifts_between",
    "suggested_to",
    "suggestions_of",
    "week_of",
    "weeks_of",
]
