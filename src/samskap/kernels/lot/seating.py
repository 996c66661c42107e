"""From kinds back to people: who of each kind sits in which panel, so that all sit as often."""

from __future__ import annotations

from itertools import cycle, groupby

import numpy as np

from samskap.kernels.lot.kinds import Counts, Home, Kinds


def seat(kinds: Kinds, panels: Counts) -> tuple[tuple[str, ...], ...]:
    """Give each place of each panel to a person; the keys of each panel in order.

    People of one kind take turns, so that none of them sits more than once more than another;
    where several kinds share addresses, whoever has sat least comes first, which is nearly so.

    panels  [panels, T]  members of each kind, never two of one address
    """
    seats: list[list[str]] = [[] for _ in range(len(panels))]
    lives_in = kinds.lives_in.tolist()
    for sort, group in groupby(range(kinds.number), key=lives_in.__getitem__):
        together = list(group)
        homes, wanted = kinds.homes[sort], panels[:, together]
        if len(together) == 1:
            _in_turn(homes, wanted[:, 0], seats)
        else:
            _least_first(homes, wanted, seats)
    return tuple(tuple(sorted(keys)) for keys in seats)


def _in_turn(homes: tuple[Home, ...], wanted: Counts, seats: list[list[str]]) -> None:
    """Let people take turns: the first of each household, then the second of each, and so on."""
    people = cycle([keys[0][number] for number in range(len(homes[0][0])) for keys in homes])
    for panel, key in zip(np.repeat(np.arange(len(wanted)), wanted).tolist(), people, strict=False):
        seats[panel].append(key)


def _least_first(homes: tuple[Home, ...], wanted: Counts, seats: list[list[str]]) -> None:
    """Let those sit who have sat least, one of each address."""
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
                seats[panel].append(key)
