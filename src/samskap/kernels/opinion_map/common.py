"""What every group says alike, and what groups say against each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.opinion_map.telling import Z90, Counts, Told, against_half, share


def common_ground(
    counts: Counts, statements: NDArray[np.int64], left_out: NDArray[np.bool_]
) -> list[Told]:
    """Return what every group agrees with, or every group disagrees with, the surest first.

    A group says so when more than half of it do, and the test against one half is beyond 90 %:
    the test by which the published method says it of everybody, asked of each group. Ordered by
    group-informed consensus, the product of the shares.

    Source: Small et al. (2021), RECERCA 26(2).
    """
    found = []
    for said, agree in ((counts.agree, True), (counts.disagree, False)):
        metric = share(said, counts.seen).prod(axis=0)
        of_all = _say_so(said, counts.seen).all(axis=0) & ~left_out
        found += [Told(int(statements[j]), agree, float(metric[j])) for j in np.flatnonzero(of_all)]
    return sorted(found, key=lambda told: (-told.metric, told.statement))


def dividing(
    counts: Counts, statements: NDArray[np.int64], left_out: NDArray[np.bool_]
) -> list[Told]:
    """Return what one group agrees with and another disagrees with, the furthest apart first.

    The measure is how far the shares who agree lie apart, from the group with the largest to the
    group with the smallest; who agrees says nothing here and is true.
    """
    for_it = _say_so(counts.agree, counts.seen).any(axis=0)
    against = _say_so(counts.disagree, counts.seen).any(axis=0)
    apart = np.ptp(share(counts.agree, counts.seen), axis=0)
    found = np.flatnonzero(for_it & against & ~left_out)
    found = found[np.argsort(-apart[found], kind="stable")]
    return [Told(int(statements[j]), True, float(apart[j])) for j in found]


def _say_so(said: NDArray[np.float64], seen: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return where more than half of a group say so, surely enough, (g, m)."""
    return np.asarray((share(said, seen) > 0.5) & (against_half(said, seen) > Z90))
