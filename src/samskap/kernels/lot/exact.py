"""The fairest lottery exactly: panels with unequal weights, found one by one where they help.

A weight for each of some panels is a linear programme; its prices say what people of each kind are
still worth, and a whole-number programme finds the panel that is worth most. When no panel is worth
more than those that are there, no lottery is fairer. Nearly always panels follow the target, which
proves both exact at once; else the levels are found anew over panels.

Source: column generation as in Flanigan, Gölz, Gupta, Hennig & Procaccia (2021), Nature 596,
supplementary information 9, over kinds instead of people.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from samskap.kernels.lot.asking import Way
from samskap.kernels.lot.kinds import Counts, Kinds
from samskap.kernels.lot.solver import ENDLESS, EXACT, Numbers, PanelFinder, Programme
from samskap.kernels.lot.target import Target

ROUNDS = 600  # panels that are looked for at most, for each level
NEARLY = 1e-7
LITTLE = 0.7  # of what was missing: another batch of panels that leaves more helps but little


@dataclass(frozen=True, slots=True)
class Weighted:
    """Panels with weights.

    panels     [n, T]  members of each kind
    weights    [n]     they add up to 1
    chances    [T]     of each person of a kind
    bound      no lottery gives the least likely more
    is_proven  whether it is shown that no lottery is fairer
    """

    panels: Counts
    weights: Numbers
    chances: Numbers
    bound: float
    is_proven: bool


def fairest(
    kinds: Kinds, way: Way, target: Target, finder: PanelFinder, drafts: Iterable[Counts]
) -> Weighted:
    """Find weights that follow the target; where no panels can, what they can come nearest.

    drafts  panels [n, T] to begin with, batch by batch; no more are asked for once they do, or
            once another batch helps but little
    """
    count, follows, before = kinds.number, None, -np.inf
    for panels in drafts:
        if follows is None:
            follows = Master(kinds, finder, panels, target.chances, np.ones(count), -1.0)
        else:
            follows.add(panels)
        value = follows.solve_once()
        if value >= -EXACT:
            return follows.weighted(target.bound, is_proven=True)
        if value < LITTLE * before:
            break
        before = value
    if follows is None:
        raise ValueError("no panels to begin with")
    follows.solve(needed=-NEARLY)
    if follows.value >= -NEARLY:
        return follows.weighted(target.bound, is_proven=True)
    return _levels(kinds, way, finder, follows.columns, target)


def weighed(kinds: Kinds, chances: Numbers, panels: Counts) -> tuple[Counts, Numbers]:
    """Return some panels, each once, and weights by which they follow chances best."""
    master = Master(kinds, None, panels, chances, np.ones(kinds.number), -1.0)
    master.solve_once()
    return master.columns, master.weights


def _levels(
    kinds: Kinds, way: Way, finder: PanelFinder, panels: Counts, target: Target
) -> Weighted:
    """Find level by level what panels can do: the first that is not 0 for maximin, else all."""
    held = np.full(kinds.number, np.nan)
    bound, is_proven = target.bound, True
    while True:
        is_free = np.isnan(held)
        promised = np.where(is_free, 0.0, held - EXACT)
        master = Master(kinds, finder, panels, promised, -is_free.astype(float), 1.0)
        is_proven &= master.solve()
        panels, level = master.columns, master.value
        is_first = level > NEARLY and not (held > NEARLY).any()
        if is_first:
            bound = level if is_proven else max(bound, level)
        weighted = master.weighted(bound, is_proven=is_proven)
        stuck = is_free & (master.prices > NEARLY)
        held[stuck if stuck.any() else is_free] = max(0.0, level)
        if not np.isnan(held).any() or (is_first and way is Way.MAXIMIN):
            return replace(weighted, is_proven=is_proven)


class Master:
    """Weights of panels, so that chances plus one free number reach what is promised.

    promised  [T]  share · weights + factor · free ≥ promised
    factor    [T]
    worth     of the free number: what is made as large as can be
    """

    def __init__(
        self,
        kinds: Kinds,
        finder: PanelFinder | None,
        panels: Counts,
        promised: Numbers,
        factor: Numbers,
        worth: float,
    ) -> None:
        self.kinds, self.finder = kinds, finder
        count = kinds.number
        self.programme = Programme(
            np.append(factor, 0.0)[:, None],
            np.append(promised, 1.0),
            np.append(np.full(count, ENDLESS), 1.0),
            np.ones(1),
            whole=False,
        )
        self.programme.set_worth(np.array([worth]))
        self.columns = np.zeros((0, count), np.int64)
        self.add(panels)

    def add(self, panels: Counts) -> None:
        """Let panels have a weight, each once."""
        panels = np.unique(panels, axis=0)
        shares = panels / self.kinds.persons
        self.programme.add_columns(np.column_stack([shares, np.ones(len(panels))]))
        self.columns = np.vstack([self.columns, panels])

    def solve_once(self) -> float:
        """Weigh the panels that are there, and return what the free number is worth."""
        if not self.programme.solve():
            raise ArithmeticError("panels without weights")
        return self.value

    def solve(self, needed: float | None = None) -> bool:
        """Look for panels until none helps; return whether it came to that.

        needed  stop as well once the value is reached, or it is shown that it never will be
        """
        for _ in range(ROUNDS):
            value = self.solve_once()
            if self.finder is None or (needed is not None and value >= needed):
                return True
            worth = self.prices / self.kinds.persons
            panel = self.finder.worth_most(worth)
            # As weights add up to 1, the value can rise by no more than one panel is worth.
            more = 0.0 if panel is None else worth @ panel - self.programme.row_prices[-1]
            if panel is None or more <= EXACT or (needed is not None and value + more < needed):
                return True
            self.add(panel[None])
        return False

    @property
    def value(self) -> float:
        """What the free number is worth."""
        return self.programme.best

    @property
    def prices(self) -> Numbers:
        """What is won where one promise to a kind is given up [T]."""
        return np.maximum(0.0, -self.programme.row_prices[:-1])

    @property
    def weights(self) -> Numbers:
        """The weight of each panel."""
        weights = np.maximum(0.0, self.programme.amounts[1:])
        return np.asarray(weights / weights.sum())

    def weighted(self, bound: float, *, is_proven: bool) -> Weighted:
        """Put together what came out."""
        used = self.weights > 0
        panels, weights = self.columns[used], self.weights[used]
        chances = weights @ panels / self.kinds.persons
        return Weighted(panels, weights, chances, bound, is_proven)
