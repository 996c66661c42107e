"""Negotiations as the design wants them: plain words and figures, ready to show."""

from samskap.negotiations.cards.map import (
    asking_facts,
    coverage_chart,
    map_numbers,
    next_steps,
    party_facts,
    party_rows,
    quadrants,
    seat_rows,
)
from samskap.negotiations.cards.promises import (
    promise_chart,
    promise_numbers,
    promise_rows,
    review_lines,
)
from samskap.negotiations.cards.table import (
    asked_now,
    assent_rows,
    gone_rows,
    meeting_rows,
    option_rows,
    party_cards,
    plan_rows,
    pledge_rows,
    stages,
    stance_chart,
    stance_rows,
    table_numbers,
)

__all__ = [
    "asked_now",
    "asking_facts",
    "assent_rows",
    "coverage_chart",
    "gone_rows",
    "map_numbers",
    "meeting_rows",
    "next_steps",
    "option_rows",
    "party_cards",
    "party_facts",
    "party_rows",
    "plan_rows",
    "pledge_rows",
    "promise_chart",
    "promise_numbers",
    "promise_rows",
    "quadrants",
    "review_lines",
    "seat_rows",
    "stages",
    "stance_chart",
    "stance_rows",
    "table_numbers",
]
