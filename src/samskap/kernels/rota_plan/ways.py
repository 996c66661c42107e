"""Who could fill what: the ways from helpers to needs, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.rota_plan.asking import Helper, Need
from samskap.kernels.rota_plan.costs import PER_KM
from samskap.kernels.rota_plan.crowd import Crowd

WHOLE = 100_000  # ways; below, every way is weighed
NEAREST_NEEDS = 40  # of each helper, where there are more ways than that
NEAREST_HELPERS = 20  # of each need, likewise


@dataclass(frozen=True, slots=True)
class Ways:
    """Every way from a helper to a need that breaks no rule by itself.

    helper  [A]  number of the helper
    need    [A]  number of the need
    cost    [A]  tenths of a kilometre, never below 0
    km      [A]  distance; 0 where it is no matter, NaN where nobody knows
    able, free  [N]  helpers who know what each need asks for; of those, who can at that time
    """

    helper: NDArray[np.intp]
    need: NDArray[np.intp]
    cost: NDArray[np.int64]
    km: NDArray[np.float64]
    able: NDArray[np.intp]
    free: NDArray[np.intp]

    def only(self, kept: NDArray[np.bool_] | NDArray[np.intp]) -> Ways:
        """Return some of the ways."""
        return Ways(
            self.helper[kept], self.need[kept], self.cost[kept], self.km[kept], self.able, self.free
        )


def ways_between(needs: Sequence[Need], helpers: Sequence[Helper]) -> Ways:
    """Find every way from a helper to a need: cleared, free, rested and within reach."""
    crowd = Crowd(helpers)
    found = []
    able, free = np.zeros(len(needs), np.intp), np.zeros(len(needs), np.intp)
    for number, need in enumerate(needs):
        knows = crowd.knows(need.asks)
        can = knows & crowd.can_at(need.hours) & ~crowd.is_taken(need) & ~crowd.is_shut_out(need)
        who = np.flatnonzero(can) if need.people else np.zeros(0, np.intp)
        km = crowd.km_to(need, who)
        near = ~(km > crowd.reach[who])  # whoever does not say where they live can be asked
        who, km = who[near], km[near]
        cost = np.rint(weighed(km) * PER_KM).astype(np.int64) + crowd.said_of(need.shift)[who]
        found.append((who, np.full(len(who), number), np.maximum(cost, 0), km))
        able[number], free[number] = knows.sum(), can.sum()
    if not found:
        nobody = np.zeros(0, np.intp)
        return Ways(nobody, nobody, nobody.astype(np.int64), nobody.astype(float), able, free)
    who, what, cost, km = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Ways(who, what, cost, km, able, free)


def weighed(km: NDArray[np.float64]) -> NDArray[np.float64]:
    """Let an unknown distance weigh as much as the middle one of those that are known.

    So nobody is put before others, or behind them, by not saying where they live.
    """
    unknown = np.isnan(km)
    if not unknown.any():
        return km
    middle = float(np.median(km[~unknown])) if not unknown.all() else 0.0
    return np.where(unknown, middle, km)


def nearest(ways: Ways) -> Ways:
    """Keep the cheapest ways of each helper and of each need, where there are very many.

    That bounds the memory, and leaves a plan that may cost a little more than the cheapest.
    """
    if len(ways.cost) <= WHOLE:
        return ways
    kept = _rank(ways.helper, ways.cost) < NEAREST_NEEDS
    kept |= _rank(ways.need, ways.cost) < NEAREST_HELPERS
    return ways.only(kept)


def _rank(group: NDArray[np.intp], cost: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return which in order of cost each way is within its group."""
    ways = len(cost)
    # One number for group, cost and place sorts several times faster than three columns.
    keys = (group.astype(np.int64) * (int(cost.max()) + 1) + cost) * ways + np.arange(ways)
    keys.sort()
    order = keys % ways
    in_order = group[order]
    first = np.flatnonzero(np.r_[True, in_order[1:] != in_order[:-1]])
    rank = np.empty(ways, np.intp)
    rank[order] = np.arange(ways) - np.repeat(first, np.diff(np.r_[first, ways]))
    return rank
