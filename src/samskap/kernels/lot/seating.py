"""From kinds back to people: who of each kind sits in which panel, so that all sit as often."""

from __future__ import annotations

from itertools import groupby

import numpy as np

from samskap.kernels.lot.kinds import Counts, Home, Kinds


def seat(kinds: Kinds, panels: Counts) -> tuple[tuple[str, ...], ...]:
    """Give each place of each panel to a person; the keys of each panel in order.

    People of one kind take turns, so that none of them sits more than once more than another;
    where several kinds share addresses, whoever has sat least comes first, which is nearly so.

    panels  [panels, T]  members of each kind, never two of one address
    """
    keys = sorted(key for sort in kinds.homes for home in sort for people in home for key in people)
    place = {key: number for number, key in enumerate(keys)}
    sitting: list[Counts] = []  # panel · people + person, kind after kind
    lives_in = kinds.lives_in.tolist()
    for sort, group in groupby(range(kinds.number), key=lives_in.__getitem__):
        together = list(group)
        homes, wanted = kinds.homes[sort], panels[:, together]
        if len(together) == 1:
            numbers = np.repeat(np.arange(len(panels)), wanted[:, 0])
            people = np.resize([place[key] for key in _in_turn(homes)], len(numbers))
        else:
            taken = _least_first(homes, wanted)
            numbers = np.array([panel for panel, _key in taken], np.int64)
            people = np.array([place[key] for _panel, key in taken], np.int64)
        sitting.append(numbers * len(keys) + people)
    seats = np.sort(np.concatenate(sitting)).reshape(len(panels), kinds.size) % len(keys)
    return tuple(map(tuple, np.array(keys, object)[seats].tolist()))


def _in_turn(homes: tuple[Home, ...]) -> list[str]:
    """Put people in turn: the first of each household, then the second of each, and so on."""
    return [keys[0][number] for number in range(len(homes[0][0])) for keys in homes]


def _least_first(homes: tuple[Home, ...], wanted: Counts) -> list[tuple[int, str]]:
    """Let those sit who have sat least, one of each address: (panel, key)."""
    sitting = []
    times = {key: 0 for home in homes for keys in home for key in keys}
    for panel in np.flatnonzero(wanted.any(axis=1)).tolist():
        free = set(range(len(homes)))
        for kind, people in enumerate(wanted[panel].tolist()):
            for _ in range(people):
                _, number, key = min(
                    (times[key], number, key) for number in free for key in homes[number][kind]
                )
                free.remove(number)
                times[key] += 1
                sitting.append((panel, key))
    return sitting
