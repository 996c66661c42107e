"""TopoJSON: areas whose borders are shared lines, often written as steps on a grid."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from django.utils.translation import gettext as _

from samskap.places.errors import FileIsNotAMap, MapIsTooDetailed
from samskap.places.formats.geojson import facts_of, simple_geometries
from samskap.places.geometry import Polygon

Line = list[tuple[float, float]]
Found = tuple[dict[str, Any], list[Polygon]]

MOST_POINTS = 20_000_000  # of all areas together; the most detailed maps have a few million


def features_of_topojson(document: dict[str, Any]) -> Iterator[Found]:
    """Give the properties and polygons of every area of every object in a topology.

    Raises FileIsNotAMap or MapIsTooDetailed.

    Source: Bostock & Metcalf, “The TopoJSON Format Specification” 1.0.
    """
    objects = document.get("objects")
    if not isinstance(objects, dict) or not isinstance(document.get("arcs"), list):
        raise FileIsNotAMap(problem=_("it has no “objects” or no “arcs”"))
    lines = [_line(arc, document.get("transform")) for arc in document["arcs"]]
    found = False
    points = 0
    for geometry in simple_geometries(objects.values()):
        polygons = _polygons(geometry, lines, MOST_POINTS - points)
        if polygons:
            found = True
            points += sum(len(ring) for polygon in polygons for ring in polygon)
            yield facts_of(geometry), polygons
    if not found:
        raise FileIsNotAMap(problem=_("there is no Polygon or MultiPolygon in it"))


def _line(arc: Sequence[Sequence[float]], transform: dict[str, Any] | None) -> Line:
    """Turn the steps of an arc into degrees; without a transform they are degrees already."""
    try:
        if transform is None:
            return [(float(point[0]), float(point[1])) for point in arc]
        (scale_x, scale_y), (west, south) = transform["scale"], transform["translate"]
        line, x, y = [], 0.0, 0.0
        for step_x, step_y in (step[:2] for step in arc):
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + west, y * scale_y + south))
    except (TypeError, ValueError, KeyError, IndexError, OverflowError) as problem:
        raise FileIsNotAMap(problem=_("an arc is not made of numbers")) from problem
    return line


def _polygons(geometry: dict[str, Any], lines: list[Line], most: int) -> list[Polygon]:
    """Join the lines of one geometry into its polygons; none for points and lines.

    Raises MapIsTooDetailed before there are more points than `most`.
    """
    kind, arcs = geometry.get("type"), geometry.get("arcs") or []
    if kind not in ("Polygon", "MultiPolygon"):
        return []
    try:
        shape = [arcs] if kind == "Polygon" else arcs
        numbers = (number for polygon in shape for ring in polygon for number in ring)
        # A short file may name one long line again and again: count before anything is joined.
        for points in accumulate(len(_line_named(number, lines)) for number in numbers):
            if points > most:
                raise MapIsTooDetailed(most=MOST_POINTS)
        return [[_ring(ring, lines) for ring in polygon] for polygon in shape]
    except (TypeError, IndexError) as problem:
        raise FileIsNotAMap(problem=_("it names an arc that is not there")) from problem


def _line_named(number: int, lines: list[Line]) -> Line:
    """Find the line of a number; a number below zero, ~n, means line n walked backwards."""
    return lines[number] if number >= 0 else lines[~number]


def _ring(numbers: Sequence[int], lines: list[Line]) -> Line:
    """Join lines end to end, each walked in its direction."""
    ring: Line = []
    for number in numbers:
        line = _line_named(number, lines)
        line = line if number >= 0 else line[::-1]
        ring.extend(line[1:] if ring else line)
    return ring
