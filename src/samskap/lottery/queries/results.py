"""What came of a lot, for the module that had it drawn."""

from dataclasses import dataclass
from datetime import datetime

from samskap.lottery.models import Entrant, Lot, Round
from samskap.lottery.queries.pool import in_panel


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """The panel as it stands: those who were drawn, and who replaced those who left.

    panel     each with `giver`, and with `reference`: what the other module called them
    numbers   the number of the panel that each round drew
    drawn_at  when the first round was drawn
    empty     seats whose holder has left, and that nobody has taken yet
    """

    panel: tuple[Entrant, ...]
    numbers: tuple[int, ...]
    drawn_at: datetime
    empty: int


def result_of(lot: Lot) -> Drawn | None:
    """What came of a lot; None before it is drawn."""
    rounds: list[Round] = list(lot.rounds.exclude(drawn_at=None).order_by("number"))
    if not rounds or rounds[0].drawn_at is None:
        return None
    panel = tuple(in_panel(lot))
    return Drawn(
        panel=panel,
        numbers=tuple(each.drawn_number or 0 for each in rounds),
        drawn_at=rounds[0].drawn_at,
        empty=max(0, lot.size - len(panel)),
    )
