"""The votes of a conversation as one sparse table: the last vote of each on each counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_array, csr_array

from samskap.kernels.opinion_map.errors import NoSuchVote, NoVotes, UnlikeLengths

AGREE, PASS, DISAGREE = 1, 0, -1
AT_A_TIME = 1_000_000
"""So many votes are looked at at once, so that what is worked out on the way stays small."""


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """Who voted what on which statement.

    participants  (n,) their keys, ascending
    statements    (m,) their keys, ascending
    cells         (n, m) int8; a cell is there where somebody voted, 0 where they passed
    """

    participants: NDArray[np.int64]
    statements: NDArray[np.int64]
    cells: csr_array

    @property
    def per_participant(self) -> NDArray[np.int64]:
        """How many statements each participant voted on, (n,)."""
        each: NDArray[np.int64] = np.diff(self.cells.indptr)
        return each

    def in_parts(self) -> Iterator[tuple[slice, slice]]:
        """Yield rows, and the entries of the table in them, about AT_A_TIME entries each."""
        ends = self.cells.indptr
        first = 0
        while first < self.participants.size:
            last = int(np.searchsorted(ends, ends[first] + AT_A_TIME, side="right")) - 1
            last = max(last, first + 1)
            yield slice(first, last), slice(int(ends[first]), int(ends[last]))
            first = last


def gather(participants: ArrayLike, statements: ArrayLike, values: ArrayLike) -> Votes:
    """Gather votes, given in the order of time, into a table.

    Nothing is compared to sort: two countings lay each vote in its column and row and leave
    those of one cell in the order of time, so that the last can be kept. That takes time and
    memory in proportion to the votes, however many participants and statements there are.

    participants, statements  (votes,) whole numbers
    values                    (votes,) 1 agree, 0 pass, −1 disagree

    Raises NoVotes, UnlikeLengths or NoSuchVote.

    Source: Small et al. (2021), RECERCA 26(2): the last vote of a participant counts.
    """
    who, what, said = np.asarray(participants), np.asarray(statements), np.asarray(values)
    if not who.size == what.size == said.size:
        raise UnlikeLengths(f"{who.size} people, {what.size} statements, {said.size} votes")
    if not who.size:
        raise NoVotes("there is no vote yet")
    if strange := said[(said < DISAGREE) | (said > AGREE)].tolist():
        raise NoSuchVote(f"a vote is 1, 0 or -1, not {strange[0]}")
    people, rows = numbered(who)
    things, columns = numbered(what)
    as_given = coo_array((said.astype(np.int8), (rows, columns)), shape=(people.size, things.size))
    as_given.has_canonical_format = True  # or scipy would add up the votes of a cell
    return Votes(people, things, last_of_each(as_given.tocsc().tocsr()))


def numbered(keys: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return the keys that occur, ascending, and the place of each given key among them."""
    least, most = int(keys.min()), int(keys.max())
    if most - least > 8 * keys.size + 1024:  # far apart: a table of places would be wide
        found, places = np.unique(keys, return_inverse=True)
        return found.astype(np.int64), places.astype(np.int32)
    occurs = np.zeros(most - least + 1, dtype=np.int64)
    places = np.empty(keys.size, dtype=np.int32)
    parts = [slice(begin, begin + AT_A_TIME) for begin in range(0, keys.size, AT_A_TIME)]
    for part in parts:
        occurs += np.bincount(keys[part] - least, minlength=occurs.size)
    found = np.flatnonzero(occurs)
    table = np.zeros(occurs.size, dtype=np.int32)
    table[found] = np.arange(found.size, dtype=np.int32)
    for part in parts:
        places[part] = table.take(keys[part] - least)
    return found + least, places


def last_of_each(votes: csr_array) -> csr_array:
    """Keep the last of those votes that lie in one cell; they lie side by side, oldest first."""
    followed = np.zeros(votes.nnz, dtype=bool)
    np.equal(votes.indices[:-1], votes.indices[1:], out=followed[:-1])
    ends = votes.indptr[1:][np.diff(votes.indptr) > 0] - 1
    followed[ends] = False  # the last of a row is followed by another row
    if not followed.any():
        return votes
    kept, ends = ~followed, np.zeros_like(votes.indptr)
    np.cumsum(np.add.reduceat(kept, votes.indptr[:-1], dtype=ends.dtype), out=ends[1:])
    return csr_array((votes.data[kept], votes.indices[kept], ends), shape=votes.shape)
