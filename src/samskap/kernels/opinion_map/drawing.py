"""Drawing the map: from votes to groups, what each says, and what all agree on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.opinion_map.components import Components, components_of, positions_of
from samskap.kernels.opinion_map.errors import TooFewVoters
from samskap.kernels.opinion_map.grouping import MOST_GROUPS, best_grouping
from samskap.kernels.opinion_map.naming import kept_names
from samskap.kernels.opinion_map.telling import (
    Counts,
    Told,
    across_groups,
    agreed_by_all,
    counts_of,
    representative,
)
from samskap.kernels.opinion_map.votes import Votes

FORMULA = "opinion_map 1.0"
ENOUGH_VOTES = 7
"""Whoever voted on fewer statements (or on all, where there are fewer) is placed, not grouped."""
FEW = 15
"""Fewer than so many in groups, and the map says so: it may look otherwise tomorrow."""


@dataclass(frozen=True, slots=True, eq=False)
class OpinionMap:
    """A map of opinions.

    positions   (n, 2) where each participant stands
    left_out    (m,) statements that were moderated out
    groups      (n,) the place of each one’s group, 0 … g − 1, or −1: too few votes
    centres     (g, 2) the middle of each group
    names       (g,) the lasting number of each group
    silhouette  −1 … 1: how clearly the groups are apart
    counts      how each group voted on each statement
    represents  for each group what represents it
    agreed      what a majority of everybody agrees with
    disagreed   what a majority of everybody disagrees with
    across      (m,) group-informed consensus, 0 … 1
    """

    votes: Votes
    components: Components
    positions: NDArray[np.float64]
    left_out: NDArray[np.bool_]
    groups: NDArray[np.int32]
    centres: NDArray[np.float64]
    names: tuple[int, ...]
    silhouette: float
    counts: Counts
    represents: list[list[Told]]
    agreed: list[Told]
    disagreed: list[Told]
    across: NDArray[np.float64]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Return how many are in each group."""
        in_groups = self.groups[self.groups >= 0]
        return tuple(np.bincount(in_groups, minlength=len(self.names)).tolist())

    @property
    def is_of_few(self) -> bool:
        """Whether so few are in groups that the map may look otherwise tomorrow."""
        return sum(self.sizes) < FEW


def enough_votes(statements: int) -> int:
    """Return on how many statements one must have voted to be in a group."""
    return min(ENOUGH_VOTES, statements)


def draw(
    votes: Votes,
    *,
    left_out: Collection[int] = (),
    before: Mapping[int, int] | None = None,
    most_groups: int = MOST_GROUPS,
) -> OpinionMap:
    """Draw the map of opinions of a conversation.

    left_out     statements that were moderated out: they move nobody and represent nobody
    before       participant → the number of their group in the last map, so that names last
    most_groups  at most so many groups are looked for, two at least

    Raises TooFewVoters where no two people that voted enough stand apart.

    Source: Small et al. (2021), RECERCA 26(2); algorithms.md on what ours adds.
    """
    out = np.isin(votes.statements, np.fromiter(left_out, dtype=np.int64))
    components, away = components_of(votes, out)
    positions = positions_of(votes, components, away, out)
    del away  # as large as the votes themselves
    chosen = np.flatnonzero(votes.per_participant >= enough_votes(votes.statements.size))
    points = positions[chosen]
    if (points == points[:1]).all():
        raise TooFewVoters(f"{chosen.size} people voted enough, and none apart from the others")
    grouping = best_grouping(points, most_groups)
    groups = np.full(votes.participants.size, -1, dtype=np.int32)
    groups[chosen] = grouping.labels
    g = len(grouping.centres)
    counts, everybody = counts_of(votes, groups, g)
    agreed, disagreed = agreed_by_all(everybody, votes.statements, out)
    return OpinionMap(
        votes=votes,
        components=components,
        positions=positions,
        left_out=out,
        groups=groups,
        centres=grouping.centres,
        names=kept_names(votes.participants, groups, g, before or {}),
        silhouette=grouping.silhouette,
        counts=counts,
        represents=representative(counts, votes.statements, out),
        agreed=agreed,
        disagreed=disagreed,
        across=across_groups(counts),
    )
