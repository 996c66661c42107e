"""A map that one more vote changes at once, until the next one is drawn.

What a statement means, where it points and where the groups are stays as it was drawn last. One
vote moves whoever gave it, and what their group says: work in proportion to their own votes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.opinion_map.components import Components
from samskap.kernels.opinion_map.drawing import OpinionMap, enough_votes
from samskap.kernels.opinion_map.errors import NoSuchVote
from samskap.kernels.opinion_map.telling import Counts, across_groups
from samskap.kernels.opinion_map.votes import AGREE, DISAGREE

IN_NONE = -1


@dataclass(frozen=True, slots=True)
class Place:
    """Where one participant stands.

    group  the place of their group, or −1: too few votes
    """

    x: float
    y: float
    group: int


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What is needed to place one participant on a map that was drawn.

    statements  (m,) their keys, ascending
    left_out    (m,) statements that were moderated out
    centres     (g, 2) the middle of each group
    """

    statements: NDArray[np.int64]
    components: Components
    left_out: NDArray[np.bool_]
    centres: NDArray[np.float64]

    def place_of(self, own: Mapping[int, int]) -> Place:
        """Return where somebody stands with their own votes, statement → 1, 0 or −1.

        A statement that came after the map was drawn points nowhere yet.
        """
        m, out = self.statements.size, int(self.left_out.sum())
        keys = np.fromiter(own, dtype=np.int64, count=len(own))
        values = np.fromiter(own.values(), dtype=np.float64, count=len(own))
        columns = np.searchsorted(self.statements, keys)
        known = np.isin(keys, self.statements)
        columns, values = columns[known], values[known]
        counted = ~self.left_out[columns]
        columns, values = columns[counted], values[counted]
        away = values - self.components.means[columns]
        scale = np.sqrt(m / max(columns.size + out, 1))
        x, y = (self.components.axes[:, columns] @ away * scale).tolist()
        if known.sum() < enough_votes(m):
            return Place(x, y, IN_NONE)
        return Place(x, y, int(np.argmin(((self.centres - (x, y)) ** 2).sum(axis=1))))


class Standing:
    """A map as it stands, and one vote after another.

    Keeps what the last map counted, and beside it only those who voted since.
    """

    def __init__(self, found: OpinionMap) -> None:
        self.frame = Frame(found.votes.statements, found.components, found.left_out, found.centres)
        self._found = found
        self._column_of = {int(key): j for j, key in enumerate(found.votes.statements)}
        self._counts = np.stack([found.counts.agree, found.counts.disagree, found.counts.seen])
        self._own: dict[int, dict[int, int]] = {}
        self._group_of: dict[int, int] = {}

    @property
    def counts(self) -> Counts:
        """Return how each group voted on each statement, new ones last."""
        return Counts(*self._counts)

    @property
    def across(self) -> NDArray[np.float64]:
        """Return group-informed consensus, (m,), new statements last."""
        return across_groups(self.counts)

    def vote(self, participant: int, statement: int, value: int) -> Place:
        """Take one vote in, and return where whoever gave it stands now.

        Raises NoSuchVote.
        """
        if value not in (DISAGREE, 0, AGREE):
            raise NoSuchVote(f"a vote is 1, 0 or -1, not {value}")
        own, group = self._known(participant)
        column = self._column(statement)
        place = self.frame.place_of(own | {statement: value})
        if place.group == group:
            if statement in own:
                self._count(group, {column: own[statement]}, -1)
            self._count(group, {column: value}, 1)
            own[statement] = value
        else:
            self._count(group, {self._column_of[key]: said for key, said in own.items()}, -1)
            own[statement] = value
            self._count(place.group, {self._column_of[key]: said for key, said in own.items()}, 1)
        self._group_of[participant] = place.group
        return place

    def _known(self, participant: int) -> tuple[dict[int, int], int]:
        """Return somebody’s own votes and group; those of the last map are read at first need."""
        if participant not in self._own:
            votes = self._found.votes
            row = int(np.searchsorted(votes.participants, participant))
            is_there = row < votes.participants.size and votes.participants[row] == participant
            ends = votes.cells.indptr[row : row + 2] if is_there else (0, 0)
            columns = votes.cells.indices[ends[0] : ends[1]]
            self._own[participant] = dict(
                zip(
                    votes.statements[columns].tolist(),
                    votes.cells.data[ends[0] : ends[1]].tolist(),
                    strict=True,
                )
            )
            self._group_of[participant] = int(self._found.groups[row]) if is_there else IN_NONE
        return self._own[participant], self._group_of[participant]

    def _column(self, statement: int) -> int:
        """Return the column of a statement; a new one gets the next, with nothing in it."""
        if statement not in self._column_of:
            self._column_of[statement] = self._counts.shape[2]
            self._counts = np.pad(self._counts, ((0, 0), (0, 0), (0, 1)))
        return self._column_of[statement]

    def _count(self, group: int, said: Mapping[int, int], step: int) -> None:
        """Add votes, column → vote, to a group, or take them away; −1 is nobody’s group."""
        if group == IN_NONE:
            return
        agree, disagree, seen = self._counts[:, group]
        for column, value in said.items():
            seen[column] += step
            if value:
                (agree if value == AGREE else disagree)[column] += step
