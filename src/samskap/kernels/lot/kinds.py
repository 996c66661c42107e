"""People whom no quota can tell apart, put together: a panel is so many of each kind.

Two people are of one *kind* when they have the same value of every feature and, where an address
may be drawn only once, live with others who have the same values. They are interchangeable, so
they can have the same chance, and the lot works with a few hundred kinds instead of people.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.lot.asking import Entrant, Pool
from samskap.kernels.lot.quotas import Quota

Counts = NDArray[np.int64]
Home = tuple[tuple[str, ...], ...]  # the keys of one household, by kind


@dataclass(frozen=True, slots=True)
class Kinds:
    """The people of a pool by kind (T), and its quotas by value of a feature (Q).

    quotas      [Q]     in order of feature and value
    least, most [Q]     their limits
    has         [Q, T]  1 where a kind has a value, else 0
    persons     [T]     how many people are of each kind
    lives_in    [T]     the sort of household that each kind lives in
    each        [T]     how many of the kind live in each such household
    addresses   [H]     how many households there are of each sort
    homes       [H]     those households
    """

    size: int
    quotas: tuple[Quota, ...]
    least: Counts
    most: Counts
    has: Counts
    persons: Counts
    lives_in: Counts
    each: Counts
    addresses: Counts
    homes: tuple[tuple[Home, ...], ...]

    @property
    def number(self) -> int:
        """How many kinds there are."""
        return len(self.persons)

    @property
    def keys(self) -> list[tuple[str, ...]]:
        """The people of each kind [T]."""
        first = np.searchsorted(self.lives_in, self.lives_in).tolist()
        return [
            tuple(key for home in self.homes[sort] for key in home[kind - first[kind]])
            for kind, sort in enumerate(self.lives_in.tolist())
        ]

    def shared(self) -> Counts:
        """Which sorts of household several kinds live in."""
        return np.flatnonzero(np.bincount(self.lives_in, minlength=len(self.addresses)) > 1)

    def shared_homes(self) -> Counts:
        """For each of those: 1 for the kinds that live there, else 0."""
        return np.asarray(self.lives_in == self.shared()[:, None], np.int64)


def kinds_of(pool: Pool, seed: int = 0) -> Kinds:
    """Put the people of a pool together by kind.

    seed  decides the order of people within a kind; the order of rows never does
    """
    quotas = tuple(sorted(pool.quotas, key=lambda one: (one.feature, one.value)))
    number_of = {(one.feature, one.value): number for number, one in enumerate(quotas)}

    def values_of(one: Entrant) -> tuple[int, ...]:
        """Return what quotas see of somebody."""
        return tuple(number_of[name, one.features[name]] for name in pool.features)

    drawn = sorted(pool.entrants, key=lambda one: sha256(f"{seed}:{one.key}".encode()).digest())
    households: dict[str, list[Entrant]] = {}
    for one in drawn:
        shares = pool.one_per_household and one.household
        households.setdefault(f"at {one.household}" if shares else f"by {one.key}", []).append(one)

    homes: dict[tuple[tuple[int, ...], ...], list[Home]] = {}
    for members in households.values():
        there = sorted({values_of(one) for one in members})
        by_kind = tuple(
            tuple(one.key for one in members if values_of(one) == these) for these in there
        )
        sort = tuple(sorted(values_of(one) for one in members))
        homes.setdefault(sort, []).append(by_kind)

    sorts = sorted(homes)
    kinds = [
        (number, values, times)
        for number, sort in enumerate(sorts)
        for values, times in sorted(Counter(sort).items())
    ]
    has = np.zeros((len(quotas), len(kinds)), np.int64)
    for kind, (_, values, _) in enumerate(kinds):
        has[list(values), kind] = 1
    addresses = np.array([len(homes[sort]) for sort in sorts], np.int64)
    lives_in = np.array([number for number, _, _ in kinds], np.int64)
    each = np.array([times for _, _, times in kinds], np.int64)
    return Kinds(
        size=pool.size,
        quotas=quotas,
        least=np.array([one.least for one in quotas], np.int64),
        most=np.array([one.most for one in quotas], np.int64),
        has=has,
        persons=addresses[lives_in] * each,
        lives_in=lives_in,
        each=each,
        addresses=addresses,
        homes=tuple(tuple(homes[sort]) for sort in sorts),
    )
