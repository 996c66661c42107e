"""Who could fill what: the ways from helpers to needs, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.rota_plan.asking import Helper, Need
from samskap.kernels.rota_plan.costs import PER_KM
from samskap.kernels.rota_plan.crowd import Crowd


@dataclass(frozen=True, slots=True)
class Ways:
    """Every way from a helper to a need that breaks no rule by itself, in order of needs.

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
        can = crowd.who_can(need)
        who = can if need.people else can[:0]
        km = crowd.km_to(need, who)
        near = ~(km > crowd.reach[who])  # whoever does not say where they live can be asked
        who, km = who[near], km[near]
        cost = np.rint(weighed(km) * PER_KM).astype(np.int64) + crowd.said_of(need.shift, who)
        found.append((who, np.maximum(cost, 0), km))
        able[number], free[number] = crowd.knows(need.asks).sum(), len(can)
    if not found:
        nobody = np.zeros(0, np.intp)
        return Ways(nobody, nobody, nobody.astype(np.int64), nobody.astype(float), able, free)
    what = np.repeat(np.arange(len(needs)), [len(who) for who, _, _ in found])
    who, cost, km = (np.concatenate(parts) for parts in zip(*found, strict=True))
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
