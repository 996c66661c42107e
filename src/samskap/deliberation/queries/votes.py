"""The votes of a deliberation as the map of opinions reads them."""

import numpy as np
from numpy.typing import NDArray

from samskap.deliberation.models import Deliberation, Standing, Vote

AT_A_TIME = 20_000
Numbers = NDArray[np.int64]


def votes_of(deliberation: Deliberation) -> tuple[Numbers, Numbers, Numbers]:
    """The numbers of participants and of statements, and what was voted, in order of time.

    Left out are participants who are not counted, and statements that are not shown: nobody can
    tell from the figures that they were there.
    """
    counted = Vote.objects.filter(
        participant__deliberation=deliberation,
        participant__set_aside=False,
        statement__state=Standing.SHOWN,
    )
    rows = counted.order_by("at", "pk").values_list(
        "participant__number", "statement__number", "value"
    )
    found: Numbers = np.fromiter(rows.iterator(AT_A_TIME), dtype=np.dtype((np.int64, 3)))
    return found[:, 0], found[:, 1], found[:, 2]
