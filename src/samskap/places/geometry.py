"""Shapes on the map, as plain numbers: longitude and latitude in degrees (WGS 84).

A *ring* is a closed line of points, a *polygon* is an outer ring followed by its holes, and a
*shape* is a list of polygons, because a municipality may have islands.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from samskap.places.errors import BorderCrossesItself, BorderHasTooFewPoints, NotOnEarth

Point = Sequence[float]  # longitude, latitude
Ring = Sequence[Point]
Polygon = Sequence[Ring]
Shape = Sequence[Polygon]

DIGITS = 6  # of a degree: a tenth of a metre
FEWEST = 4  # points of a ring, the first one repeated
MOST_TO_CROSS = 1_000  # points; longer lines are taken from a file and are not drawn by hand
MOST_PAIRS = 2_000_000  # edges held against each other; more would keep everybody waiting


class Box(NamedTuple):
    """The smallest upright rectangle around a shape, in degrees."""

    west: float
    south: float
    east: float
    north: float


def points_of(shape: Shape) -> Iterator[Point]:
    """Every point of a shape."""
    return (point for polygon in shape for ring in polygon for point in ring)


def box_of(shape: Shape) -> Box:
    """The box around a shape with at least one point."""
    longitudes, latitudes = zip(*((point[0], point[1]) for point in points_of(shape)), strict=True)
    return Box(min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def contains(shape: Shape, lng: float, lat: float) -> bool:
    """Whether a point lies inside a shape, and not in one of its holes.

    A ray to the east crosses the rings of a polygon an odd number of times from inside (even-odd
    rule). A point on the line may fall on either side of it.

    Source: Shimrat (1962), “Algorithm 112: Position of point relative to polygon”, CACM 5(8).
    """
    return any(sum(_crossings(ring, lng, lat) for ring in polygon) % 2 == 1 for polygon in shape)


def _crossings(ring: Ring, lng: float, lat: float) -> int:
    """How often a ray from a point to the east crosses a ring."""
    return sum(
        (start[1] > lat) != (end[1] > lat)
        and lng < (end[0] - start[0]) * (lat - start[1]) / (end[1] - start[1]) + start[0]
        for start, end in pairwise(ring)
    )


def clean(shape: Shape) -> list[list[list[list[float]]]]:
    """Round a shape, close its rings and drop those that have shrunk to a line.

    Raises BorderHasTooFewPoints where nothing is left, NotOnEarth for other coordinates.
    """
    polygons = []
    for polygon in shape:
        rings = [_clean_ring(ring) for ring in polygon]
        if rings and len(rings[0]) >= FEWEST:
            polygons.append([ring for ring in rings if len(ring) >= FEWEST])
    if not polygons:
        raise BorderHasTooFewPoints
    return polygons


def _clean_ring(ring: Ring) -> list[list[float]]:
    kept: list[list[float]] = []
    for point in ring:
        lng, lat = point[0], point[1]
        if not (-180 <= lng <= 180 and -90 <= lat <= 90):  # NaN is refused too
            raise NotOnEarth(lng=lng, lat=lat)
        rounded = [round(float(lng), DIGITS), round(float(lat), DIGITS)]
        if not kept or kept[-1] != rounded:
            kept.append(rounded)
    if kept and kept[0] != kept[-1]:
        kept.append(list(kept[0]))
    return kept


def refuse_crossing(shape: Shape) -> None:
    """Refuse a drawn line that runs across itself; what comes from files is left alone.

    Nobody draws lines of a thousand corners, nor hundreds of long ones.

    Raises BorderCrossesItself.
    """
    pairs = 0
    for ring in (ring for polygon in shape for ring in polygon):
        edges = list(pairwise(ring))
        pairs += len(edges) ** 2 // 2 if len(edges) <= MOST_TO_CROSS else 0
        if len(edges) > MOST_TO_CROSS or pairs > MOST_PAIRS:
            continue
        for number, (a, b) in enumerate(edges):
            # The next edge shares a corner, and so do the first and the last one.
            last = len(edges) - (number == 0)
            for c, d in edges[number + 2 : last]:
                if _cross(a, b, c, d):
                    raise BorderCrossesItself(lng=a[0], lat=a[1])


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the line from a to b meets the line from c to d."""
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: Point, b: Point, point: Point) -> float:
    """On which side of the line through a and b a point lies: positive is to the left."""
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def inner_point(shape: Shape) -> tuple[float, float]:
    """A point inside a shape, for its mark on the map: longitude, latitude.

    It is the middle of the longest stretch inside along the middle latitude of the largest
    polygon, so that a horseshoe is not marked outside itself.
    """
    largest = max(shape, key=lambda polygon: _extent(polygon[0]))
    box = box_of([largest])
    # A hair beside the middle, so that the line meets no corner exactly.
    lat = (box.south + box.north) / 2 + (box.north - box.south) * 1e-7
    crossings = sorted(
        (end[0] - start[0]) * (lat - start[1]) / (end[1] - start[1]) + start[0]
        for ring in largest
        for start, end in pairwise(ring)
        if (start[1] > lat) != (end[1] > lat)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    if not stretches:
        return ((box.west + box.east) / 2, lat)
    west, east = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return ((west + east) / 2, lat)


def _extent(ring: Ring) -> float:
    """The area of a ring in square degrees, good enough to compare neighbours."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2
