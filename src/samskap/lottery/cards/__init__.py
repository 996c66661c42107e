"""Lots as the design wants them: plain words, ready to show."""

from samskap.lottery.cards.charts import charts_of
from samskap.lottery.cards.lots import (
    facts_of,
    phases_of,
    seats_in_words,
    steps_of,
    targets_of,
    tile_of,
)
from samskap.lottery.cards.own import own_of
from samskap.lottery.cards.planning import chances_of, pool_of, relaxation_of

__all__ = [
    "chances_of",
    "charts_of",
    "facts_of",
    "own_of",
    "phases_of",
    "pool_of",
    "relaxation_of",
    "seats_in_words",
    "steps_of",
    "targets_of",
    "tile_of",
]
