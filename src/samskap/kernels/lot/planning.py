"""Making the lottery: kinds, chances, panels in the way that was chosen, people in their seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samskap.kernels.errors import NegativeCount
from samskap.kernels.lot.asking import Pool, Way
from samskap.kernels.lot.drawing import Lottery, chances_in
from samskap.kernels.lot.errors import Infeasible
from samskap.kernels.lot.exact import fairest
from samskap.kernels.lot.following import MANY, followed, times_of
from samskap.kernels.lot.greedy import greedy_panels
from samskap.kernels.lot.kinds import Counts, Kinds, kinds_of
from samskap.kernels.lot.relaxing import relax
from samskap.kernels.lot.seating import seat
from samskap.kernels.lot.solver import EXACT, PanelFinder
from samskap.kernels.lot.target import Target, leximin

FORMULA = "lot 1.0"
ANY_PANEL = 0.2  # how far the first panel may fall short of the best
DRAFTS = 8  # batches of panels that exact weights begin with, at most
FAR_BELOW = 0.9  # of the turns that a target promises: then panels can hardly follow it


@dataclass(frozen=True, slots=True)
class Exact:
    """The fairest chances there are, to within a millionth, by panels with unequal weights.

    chances    key → chance, for everybody in the pool
    bound      no lottery gives the least likely more
    panels     how many panels it takes
    is_proven  whether it is shown that no lottery is fairer
    """

    chances: Mapping[str, float]
    bound: float
    panels: int
    is_proven: bool


def plan(pool: Pool, way: Way, *, panels: int = 1000, seed: int = 0) -> Lottery:
    """Make a lottery of numbered panels, each of which keeps every quota.

    Both fair ways follow the leximin target, which is a maximin one too; they differ only where no
    panels can follow it, as then leximin goes on level by level and maximin stops at the first.

    panels  how many, at least: a few more are made where whole turns would take too much of the
            least chance (see `following.enough`); the legacy way makes just as many
    seed    decides what is otherwise the same; the order of entrants or quotas never does

    Raises Infeasible, with what would help, when no panel keeps all quotas; GaveUp when the legacy
    way meets nothing but dead ends.
    """
    if panels < 1:
        raise NegativeCount(f"{panels} panels")
    kinds = kinds_of(pool, seed)
    finder = PanelFinder(kinds)
    target, first = _begun(pool, kinds, finder)
    bound = target.bound
    if way is Way.LEGACY_GREEDY:
        members = greedy_panels(kinds, panels, seed)
    else:
        members, bound = _fair_panels(kinds, finder, target, first, way, panels, seed)
    seats = seat(kinds, members)
    return Lottery(
        panels=seats,
        chances=chances_in(seats, [one.key for one in pool.entrants]),
        bound=bound,
        way=way,
        version=FORMULA,
    )


def exact(pool: Pool, way: Way = Way.LEXIMIN) -> Exact:
    """Find the fairest chances exactly; for a check, since a public draw needs numbered panels.

    Raises Infeasible as `plan` does.
    """
    kinds = kinds_of(pool)
    finder = PanelFinder(kinds)
    target, first = _begun(pool, kinds, finder)
    drafts = (followed(kinds, target, first, 1000, seed) for seed in range(DRAFTS))
    weighted = fairest(kinds, way, target, finder, drafts)
    return Exact(
        chances={
            key: float(weighted.chances[kind])
            for kind, keys in enumerate(kinds.keys)
            for key in keys
        },
        bound=weighted.bound,
        panels=len(weighted.weights),
        is_proven=weighted.is_proven,
    )


def _begun(pool: Pool, kinds: Kinds, finder: PanelFinder) -> tuple[Target, Counts]:
    """Find the target and one panel to begin with, or say what would have to give way."""
    target = leximin(kinds)
    first = None if target is None else finder.worth_most(target.chances, ANY_PANEL)
    if target is None or first is None:
        raise Infeasible(relax(pool))
    return target, first


def _fair_panels(
    kinds: Kinds,
    finder: PanelFinder,
    target: Target,
    first: Counts,
    way: Way,
    panels: int,
    seed: int,
) -> tuple[Counts, float]:
    """Let panels follow the target; where they cannot, let them follow what panels can do.

    returns  [panels, T] members of each kind, and the bound
    """
    members = followed(kinds, target, first, panels, seed)
    sits = members.sum(axis=0, dtype=np.int64)
    promised = np.floor(target.chances * len(members)) * kinds.persons
    is_far = (sits < FAR_BELOW * promised) | ((sits == 0) & (target.chances > EXACT))
    if not is_far.any() or kinds.number > MANY:
        return members, target.bound
    nearest = fairest(kinds, way, target, finder, [members])
    start = np.repeat(nearest.panels, times_of(nearest.weights, panels), axis=0)
    instead = Target(nearest.chances, nearest.bound)
    return followed(kinds, instead, start, panels, seed), nearest.bound
