"""Everybody's chance in the fairest lottery there could be, before any panel is made.

Chances are looked for that add up to the places and keep every quota in the mean; no lottery over
panels can do otherwise, so the least of them is a bound that no lottery can pass. Nearly always
there are panels that follow these chances exactly, and then they are the fairest there are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samskap.kernels.lot.kinds import Kinds
from samskap.kernels.lot.solver import ENDLESS, EXACT, Numbers, Programme


@dataclass(frozen=True, slots=True)
class Target:
    """What chance a person of each kind shall have.

    chances  [T]
    bound    the least of them, without those that nothing can give a chance
    """

    chances: Numbers
    bound: float


def leximin(kinds: Kinds) -> Target | None:
    """Raise the least chance as far as it goes, then the least of all that can be raised further.

    Level by level a linear programme finds z, the largest least chance of those who are not held
    back yet; whoever has a price at z is held back there. A chance is z plus what is above it, so
    one column and no row is needed for each kind. Addresses are looked at where they matter.

    Source: Flanigan, Gölz, Gupta, Hennig & Procaccia (2021), Nature 596, supplementary
    information 9, over chances instead of panels.

    returns  None where no chances keep all quotas in the mean
    """
    levels = _Levels(kinds)
    while levels.is_free.any():
        if not levels.raise_once():
            return None
    able = levels.chances > EXACT
    return Target(levels.chances, float(levels.chances[able].min(initial=1.0)))


class _Levels:
    """The programme, and which kinds are held back so far.

    Columns 0 … T - 1 are what a kind has above z, or its chance once it is held back; T is z.
    """

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        self.is_free = np.ones(kinds.number, bool)
        self.chances = np.zeros(kinds.number)
        self.people = np.vstack([kinds.has, np.ones(kinds.number)]) * kinds.persons  # [Q + 1, T]
        self.crowded: dict[int, int] = {}  # sort of household → its row
        self.programme = Programme(
            np.column_stack([self.people, self.people.sum(axis=1)]),
            np.append(kinds.least, kinds.size).astype(float),
            np.append(kinds.most, kinds.size).astype(float),
            np.append(1 / kinds.each, 1.0),
            whole=False,
        )
        self.programme.set_worth(np.append(np.zeros(kinds.number), 1.0))

    def raise_once(self) -> bool:
        """Find the next level, and hold back those who cannot go above it; False: there is none."""
        kinds, count = self.kinds, self.kinds.number
        while True:
            if not self.programme.solve():
                return False
            amounts = self.programme.amounts
            above, level = amounts[:count], amounts[count]
            chances = np.where(self.is_free, level + above, self.chances)
            seats = np.bincount(kinds.lives_in, weights=kinds.persons * chances)
            crowded = np.flatnonzero(seats > kinds.addresses + 1e-7)
            if not len(crowded) or crowded[0] in self.crowded:
                break
            for sort in crowded.tolist():
                self._watch(sort)
        held = self.is_free & (above <= EXACT) & (np.abs(self.programme.column_prices[:-1]) > EXACT)
        if not held.any():  # all who are left have the same, such as 1
            held = self.is_free
        self.chances[held] = np.clip(chances[held], 0.0, 1.0)
        self.is_free &= ~held
        self._hold_back(level)
        return True

    def _watch(self, sort: int) -> None:
        """See to it that no more people than addresses are drawn of one sort of household."""
        there = np.flatnonzero(self.kinds.lives_in == sort)
        people = self.kinds.persons[there].astype(float)
        self.crowded[sort] = self.programme.add_row(
            -ENDLESS,
            float(self.kinds.addresses[sort]),
            np.append(there, self.kinds.number),
            np.append(people, people[self.is_free[there]].sum()),
        )

    def _hold_back(self, level: float) -> None:
        """Fix the columns of those who are held back, and take them out of z."""
        kinds, solver = self.kinds, self.programme.solver
        low = np.where(self.is_free, 0.0, self.chances)
        high = np.where(self.is_free, np.maximum(0.0, 1 / kinds.each - level), self.chances)
        solver.changeColsBounds(kinds.number, np.arange(kinds.number, dtype=np.int32), low, high)
        for row, people in enumerate(self.people[:, self.is_free].sum(axis=1).tolist()):
            solver.changeCoeff(row, kinds.number, people)
        for sort, row in self.crowded.items():
            people = kinds.persons[self.is_free & (kinds.lives_in == sort)].sum()
            solver.changeCoeff(row, kinds.number, float(people))
