"""The legacy way: one person at a time from the category that is most pressed.

Source: Flanigan, Gölz, Gupta, Hennig & Procaccia (2021), “Fair algorithms for selecting citizens’
assemblies”, Nature 596, 548–552, supplementary information 11 (“LEGACY”), as the Sortition
Foundation published and used it.
"""

from __future__ import annotations

import numpy as np

from samskap.kernels.lot.errors import GaveUp
from samskap.kernels.lot.kinds import Counts, Kinds

ATTEMPTS = 200  # dead ends in a row, for one panel


def greedy_panels(kinds: Kinds, panels: int, seed: int) -> Counts:
    """Make panels, each by itself: [panels, T], members of each kind.

    Raises GaveUp when one panel meets a dead end two hundred times.
    """
    chance = np.random.default_rng(seed)
    return np.array([_panel(kinds, chance) for _ in range(panels)])


def _panel(kinds: Kinds, chance: np.random.Generator) -> Counts:
    """Make one panel, from the start again after each dead end."""
    for _ in range(ATTEMPTS):
        panel = _attempt(kinds, chance)
        if panel is not None:
            return panel
    raise GaveUp(f"{ATTEMPTS} dead ends")


def _attempt(kinds: Kinds, chance: np.random.Generator) -> Counts | None:
    """Fill place after place; None at a dead end.

    How pressed a category is: (least − chosen) / people left in it. Whoever is chosen takes the
    rest of the household along out of the pool, and a category that is full takes its people.
    """
    taken = np.zeros(kinds.number, np.int64)
    chosen = np.zeros(len(kinds.quotas), np.int64)
    addresses = kinds.addresses.copy()
    for _ in range(kinds.size):
        is_shut = kinds.has[chosen >= kinds.most].any(axis=0)
        left = np.where(is_shut, 0, addresses[kinds.lives_in] * kinds.each)  # people, by kind
        there = kinds.has @ left
        missing = kinds.least - chosen
        if not left.any() or (missing > there).any():
            return None
        if len(there):
            pressed = np.where(there > 0, missing / np.maximum(there, 1), -np.inf)
            left *= kinds.has[np.argmax(pressed)]
        kind = _one_of(left, chance)
        taken[kind] += 1
        chosen += kinds.has[:, kind]
        addresses[kinds.lives_in[kind]] -= 1
    return taken if (chosen >= kinds.least).all() else None


def _one_of(people: Counts, chance: np.random.Generator) -> int:
    """Draw one person, each as likely as another, and say of which kind."""
    upto = np.cumsum(people)
    return int(np.searchsorted(upto, chance.integers(upto[-1]), side="right"))
