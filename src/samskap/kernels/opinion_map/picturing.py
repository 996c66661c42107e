"""What may be shown of where people stand: never one person, always some near each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_DOTS = 80
"""About so many dots make a picture; more would only hide each other."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """Some people of one group who stand near each other, at their middle.

    group  the place of the group
    """

    x: float
    y: float
    people: int
    group: int


def dots_of(positions: NDArray[np.float64], groups: NDArray[np.int32], least: int) -> Iterator[Dot]:
    """Gather the people of each group in dots of `least` people or more.

    The people of a group are parted in two halves along the longer side, and each half again, as
    long as enough are in each. A group of fewer than `least` has no dot.

    positions, groups  (n, 2) and (n,) as in `OpinionMap`; group −1 is not shown

    Source: Domingo-Ferrer & Mateo-Sanz (2002), “Practical data-oriented microaggregation for
    statistical disclosure control”, IEEE Trans. Knowl. Data Eng. 14(1).
    """
    enough = max(least, int((groups >= 0).sum()) // MOST_DOTS)
    for group in range(int(groups.max(initial=-1)) + 1):
        members = positions[groups == group]
        if len(members) >= least:
            for part in _parted(members, enough):
                x, y = part.mean(axis=0).tolist()
                yield Dot(x, y, len(part), group)


def _parted(points: NDArray[np.float64], enough: int) -> Iterator[NDArray[np.float64]]:
    """Part points in halves until a half would hold fewer than enough."""
    half = len(points) // 2
    if half < enough:
        yield points
        return
    longer = int(np.argmax(np.ptp(points, axis=0)))
    order = np.lexsort((points[:, 1 - longer], points[:, longer]))
    yield from _parted(points[order[:half]], enough)
    yield from _parted(points[order[half:]], enough)


def outline_of(points: Sequence[Point]) -> list[Point]:
    """Return the corners of the smallest convex shape around points, in turn.

    Source: Andrew (1979), “Another efficient algorithm for convex hulls in two dimensions”,
    Inf. Process. Lett. 9(5).
    """
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return [*_half_of(ordered)[:-1], *_half_of(ordered[::-1])[:-1]]


def _half_of(ordered: Sequence[Point]) -> list[Point]:
    """Go along the lower side of points, keeping the turns to the left only."""
    kept: list[Point] = []
    for point in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept


def _turn(a: Point, b: Point, c: Point) -> float:
    """Return whether a, b, c turn to the left (above 0), to the right, or go straight on (0)."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
