"""Reading lots."""

from samskap.lottery.queries.lots import listed, lot_in, lots_of, round_of
from samskap.lottery.queries.pool import (
    can_be_drawn,
    counts_of,
    entry_of,
    in_panel,
    lots_with,
)
from samskap.lottery.queries.results import Drawn, result_of

__all__ = [
    "Drawn",
    "can_be_drawn",
    "counts_of",
    "entry_of",
    "in_panel",
    "listed",
    "lot_in",
    "lots_of",
    "lots_with",
    "result_of",
    "round_of",
]
