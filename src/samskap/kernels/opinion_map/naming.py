"""Names of groups that last: a group keeps its number while most of its people stay in it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

import numpy as np
from numpy.typing import NDArray


def kept_names(
    participants: NDArray[np.int64],
    labels: NDArray[np.int32],
    groups: int,
    before: Mapping[int, int],
) -> tuple[int, ...]:
    """Return a number for each group, so that as many people as can be keep theirs.

    participants, labels  (n,) who is in which group now; label −1 is in none
    groups                how many groups there are now
    before                participant → the number of their group in the last map

    Every way of giving the numbers is tried: there are five groups at most, so 120 of them.
    A group that nobody remembers gets the lowest number that is free.
    """
    numbers = max([groups - 1, *before.values()]) + 1
    stayed = np.zeros((groups, numbers), dtype=np.int64)
    remembered = np.isin(participants, np.fromiter(before, dtype=np.int64)) & (labels >= 0)
    for place in np.flatnonzero(remembered).tolist():
        stayed[labels[place], before[int(participants[place])]] += 1
    return max(
        permutations(range(numbers), groups),
        key=lambda names: (sum(int(stayed[g, name]) for g, name in enumerate(names)), _low(names)),
    )


def _low(names: tuple[int, ...]) -> tuple[int, ...]:
    """Order ways alike otherwise: the lowest numbers first."""
    return tuple(-name for name in names)
