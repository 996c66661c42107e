"""Rotas as the design wants them: plain words, ready to show."""

from samskap.rotas.cards.figures import (
    claim_of,
    costs_of,
    evenness_of,
    hours_chart,
    number,
    numbers_of,
    percent,
    weeks_chart,
)
from samskap.rotas.cards.shifts import (
    ShiftCard,
    corrections_of,
    moved_card,
    name_all,
    shift_cards,
    swap_card,
    turn_card,
    who_of,
    with_names,
    written_down,
)

__all__ = [
    "ShiftCard",
    "claim_of",
    "corrections_of",
    "costs_of",
    "evenness_of",
    "hours_chart",
    "moved_card",
    "name_all",
    "number",
    "numbers_of",
    "percent",
    "shift_cards",
    "swap_card",
    "turn_card",
    "weeks_chart",
    "who_of",
    "with_names",
    "written_down",
]
