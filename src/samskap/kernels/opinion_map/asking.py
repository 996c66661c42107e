"""Which statement to show next: the one whose answer says most, never the most popular one."""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.opinion_map.drawing import OpinionMap
from samskap.kernels.opinion_map.telling import share

ALWAYS = 0.1
"""Even a statement that tells nobody apart keeps this part of its weight."""


def information(found: OpinionMap) -> NDArray[np.float64]:
    """Return how much one more vote on each statement is expected to tell, (m,), 0 or more.

    One more vote in a group of n makes the variance of its share fall from p(1 − p) ÷ (n + 2) to
    p(1 − p) ÷ (n + 3), so by p(1 − p) ÷ ((n + 2)(n + 3)); p is the share with Laplace’s one more
    of each. These are summed over the groups, for agreeing and for disagreeing, and weighted by
    how far the statement tells people apart: ALWAYS + the squares of its entries in the two
    components, as parts of the largest of them.

    Who agrees and who disagrees weighs the same, so what is popular gets no head start. What few
    have seen weighs most, so a new statement is shown soon.
    """
    seen = found.counts.seen
    gained = np.zeros(seen.shape[1])
    for said in (found.counts.agree, found.counts.disagree):
        p = share(said, seen)
        gained += (p * (1 - p) / ((seen + 2) * (seen + 3))).sum(axis=0)
    apart = (found.components.axes**2).sum(axis=0)
    weights: NDArray[np.float64] = gained * (ALWAYS + apart / max(float(apart.max()), 1e-12))
    return weights


def next_for(participant: str, seen: NDArray[np.bool_], weights: NDArray[np.float64]) -> int | None:
    """Return the place of the statement to show next, or None where all were seen.

    Drawn by the weights, so that not everybody is shown the same one, by a number that follows
    from the participant and how many they have seen: asking twice gives the same answer.

    participant  a pseudonym
    seen         (m,) what they have voted on, or may not be shown
    weights      (m,) from `information`; where all left weigh nothing, each is as likely
    """
    left = np.flatnonzero(~seen)
    if not left.size:
        return None
    weight = weights[left]
    ends = np.cumsum(weight if weight.sum() > 0 else np.ones(left.size))
    digest = hashlib.sha256(f"{participant} {int(seen.sum())}".encode()).digest()
    number = int.from_bytes(digest[:8]) / 2**64
    return int(left[np.searchsorted(ends, number * ends[-1], side="right")])
