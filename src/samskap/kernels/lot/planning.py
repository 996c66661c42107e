"""Making the lottery: kinds, panels in the way that was chosen, people in their seats."""

from __future__ import annotations

from samskap.kernels.errors import NegativeCount, UnknownWord
from samskap.kernels.lot.asking import Pool, Way
from samskap.kernels.lot.drawing import Lottery, chances_in
from samskap.kernels.lot.greedy import greedy_panels
from samskap.kernels.lot.kinds import kinds_of
from samskap.kernels.lot.seating import seat

FORMULA = "lot 1.0"


def plan(pool: Pool, way: Way, *, panels: int = 1000, seed: int = 0) -> Lottery:
    """Make a lottery of numbered panels, each of which keeps every quota.

    seed  decides what is otherwise the same; the order of entrants or quotas never does

    Raises GaveUp when the legacy way meets nothing but dead ends.
    """
    if panels < 1:
        raise NegativeCount(f"{panels} panels")
    if way is not Way.LEGACY_GREEDY:
        raise UnknownWord(f"{FORMULA} does not know {way}")
    kinds = kinds_of(pool, seed)
    seats = seat(kinds, greedy_panels(kinds, panels, seed))
    keys = [one.key for one in pool.entrants]
    return Lottery(
        panels=seats,
        chances=chances_in(seats, keys),
        bound=min(1.0, pool.size / len(keys)),
        way=way,
        version=FORMULA,
    )
