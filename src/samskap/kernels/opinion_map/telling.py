"""What each group says: counts, shares, what represents it, and what all agree on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.opinion_map.votes import AGREE, DISAGREE, Votes

Z90 = 1.2815515655446004
"""One-sided 90 %: what the published method takes for significant."""
MOST_TOLD = 5
"""So many statements at most represent a group, or stand as agreed on by all."""


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """How each group voted on each statement, each (g, m)."""

    agree: NDArray[np.float64]
    disagree: NDArray[np.float64]
    seen: NDArray[np.float64]

    @classmethod
    def of(cls, counted: NDArray[np.int64]) -> Counts:
        """Read counts of each vote by group and statement, (g, m, 3)."""
        each = counted.astype(np.float64)
        return cls(each[..., AGREE - DISAGREE], each[..., 0], each.sum(axis=2))

    def others(self) -> Counts:
        """Return how all who are not of a group voted."""
        return Counts(*(each.sum(axis=0) - each for each in (self.agree, self.disagree, self.seen)))


@dataclass(frozen=True, slots=True)
class Told:
    """One statement that stands for a group, or for all.

    metric  the measure it was chosen by; only its order means something
    """

    statement: int
    agree: bool
    metric: float


def counts_of(votes: Votes, labels: NDArray[np.int32], groups: int) -> tuple[Counts, Counts]:
    """Count agreeing, disagreeing and all votes by group, and of everybody as one group.

    labels  (n,) the group of each participant; −1 is nobody’s group
    """
    cells, m, own = votes.cells, votes.statements.size, votes.per_participant
    # One count for each group, statement and vote; those in no group are counted last.
    counted = np.zeros((groups + 1) * m * 3, dtype=np.int64)
    of = np.where(labels < 0, groups, labels).astype(np.int64) * m
    for rows, part in votes.in_parts():
        place = (np.repeat(of[rows], own[rows]) + cells.indices[part]) * 3
        counted += np.bincount(place + (cells.data[part] - DISAGREE), minlength=counted.size)
    each = counted.reshape(groups + 1, m, 3)
    return Counts.of(each[:groups]), Counts.of(each.sum(axis=0, keepdims=True))


def share(said: NDArray[np.float64], seen: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the share who said so, with Laplace’s one more of each: (said + 1) ÷ (seen + 2)."""
    return (said + 1) / (seen + 2)


def against_half(said: NDArray[np.float64], seen: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return z of “more than half say so”: 2√(n + 1)·((s + 1) ÷ (n + 1) − ½)."""
    return 2 * np.sqrt(seen + 1) * ((said + 1) / (seen + 1) - 0.5)


def against_others(
    said: NDArray[np.float64],
    seen: NDArray[np.float64],
    others_said: NDArray[np.float64],
    others_seen: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return z of “more here than elsewhere say so”: two proportions, one added to each count."""
    s, n, so, no = said + 1, seen + 1, others_said + 1, others_seen + 1
    pooled = (s + so) / (n + no)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = (s / n - so / no) / np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / no))
    return np.where(pooled == 1, 0.0, z)


@dataclass(frozen=True, slots=True, eq=False)
class Leaning:
    """How strongly a group leans one way on each statement, each (g, m).

    share   of those who saw it
    sure    z against one half
    ratio   the share here ÷ the share elsewhere
    apart   z against all others
    """

    share: NDArray[np.float64]
    sure: NDArray[np.float64]
    ratio: NDArray[np.float64]
    apart: NDArray[np.float64]

    @property
    def strength(self) -> NDArray[np.float64]:
        """Return what representative statements are ordered by: ratio · z · share · z."""
        return self.ratio * self.apart * self.share * self.sure

    @property
    def is_significant(self) -> NDArray[np.bool_]:
        """Return where both tests say so at 90 %."""
        return (self.apart > Z90) & (self.sure > Z90)


def leaning(
    said: NDArray[np.float64],
    seen: NDArray[np.float64],
    others_said: NDArray[np.float64],
    others_seen: NDArray[np.float64],
) -> Leaning:
    """Measure how strongly groups lean one way on each statement."""
    here = share(said, seen)
    return Leaning(
        share=here,
        sure=against_half(said, seen),
        ratio=here / share(others_said, others_seen),
        apart=against_others(said, seen, others_said, others_seen),
    )


def representative(
    counts: Counts, statements: NDArray[np.int64], left_out: NDArray[np.bool_]
) -> list[list[Told]]:
    """Return what represents each group, best agreement first, five at most.

    Both z must be beyond 90 %. The best agreement is always among them; a group with nothing
    significant is given the statement on which it is most apart from the others.

    Source: Small et al. (2021); Polis’s public mathematics, as red-dwarf 0.4 reads it.
    """
    others = counts.others()
    pro = leaning(counts.agree, counts.seen, others.agree, others.seen)
    contra = leaning(counts.disagree, counts.seen, others.disagree, others.seen)
    agrees = pro.apart > contra.apart
    metric = np.where(agrees, pro.strength, contra.strength)
    significant = (pro.is_significant | contra.is_significant) & ~left_out
    voted = (counts.agree + counts.disagree > 0) & ~left_out

    told = []
    for g in range(len(metric)):
        found = np.flatnonzero(significant[g])
        chosen = found[np.argsort(-metric[g, found], kind="stable")].tolist()
        best = best_agreement(pro, g, voted[g])
        if best is not None:
            chosen = [best, *(j for j in chosen if j != best)]
        elif not chosen and not left_out.all():
            apart = np.where(left_out, -np.inf, np.maximum(pro.apart[g], contra.apart[g]))
            chosen = [int(np.argmax(apart))]
        chosen = sorted(chosen[:MOST_TOLD], key=lambda j: not agrees[g, j])
        told.append(
            [Told(int(statements[j]), bool(agrees[g, j]), float(metric[g, j])) for j in chosen]
        )
    return told


def best_agreement(pro: Leaning, g: int, voted: NDArray[np.bool_]) -> int | None:
    """Return the statement that a group agrees with best, or None.

    Each is held against the best so far: by strength where that one is agreed with more here
    than elsewhere, else by share and sureness alone.
    """
    eligible = (pro.sure[g] > Z90) | ((pro.ratio[g] > 1) & (pro.share[g] > 0.5))
    ratio, strong = pro.ratio[g].tolist(), pro.strength[g].tolist()
    mild = (pro.share[g] * pro.sure[g]).tolist()
    best: int | None = None
    for j in np.flatnonzero(voted).tolist():
        if best is None:
            best = j if eligible[j] else None
        elif (strong[j] > strong[best]) if ratio[best] > 1 else (mild[j] > mild[best]):
            best = j
    return best


def agreed_by_all(
    counts: Counts, statements: NDArray[np.int64], left_out: NDArray[np.bool_]
) -> tuple[list[Told], list[Told]]:
    """Return what a majority of everybody agrees with, and disagrees with; five of each at most.

    counts  of everybody as one group, (1, m)
    """

    def top(said: NDArray[np.float64], *, agree: bool) -> list[Told]:
        part, sure = share(said, counts.seen)[0], against_half(said, counts.seen)[0]
        chosen = np.flatnonzero((part > 0.5) & (sure > Z90) & ~left_out)
        metric = part * sure
        chosen = chosen[np.argsort(-metric[chosen], kind="stable")][:MOST_TOLD]
        return [Told(int(statements[j]), agree, float(metric[j])) for j in chosen.tolist()]

    return top(counts.agree, agree=True), top(counts.disagree, agree=False)


def across_groups(counts: Counts) -> NDArray[np.float64]:
    """Return how far every group agrees with each statement, (m,): the product of their shares.

    Group-informed consensus (Small et al. 2021): one group that disagrees is enough to pull a
    statement down, however large the others are.
    """
    product: NDArray[np.float64] = share(counts.agree, counts.seen).prod(axis=0)
    return product
