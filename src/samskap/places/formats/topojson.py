"""TopoJSON: areas whose borders are shared lines, often written as steps on a grid."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from samskap.places.errors import FileIsNotAMap
from samskap.places.geometry import Polygon

Line = list[tuple[float, float]]
Found = tuple[dict[str, Any], list[Polygon]]


def features_of_topojson(document: dict[str, Any]) -> Iterator[Found]:
    """Give the properties and polygons of every area of every object in a topology.

    Raises FileIsNotAMap.

    Source: Bostock & Metcalf, “The TopoJSON Format Specification” 1.0.
    """
    objects = document.get("objects")
    if not isinstance(objects, dict) or not isinstance(document.get("arcs"), list):
        raise FileIsNotAMap(problem=_("it has no “objects” or no “arcs”"))
    lines = [_line(arc, document.get("transform")) for arc in document["arcs"]]
    found = False
    for geometry in _geometries(objects.values()):
        polygons = _polygons(geometry, lines)
        if polygons:
            found = True
            yield {"id": geometry.get("id"), **(geometry.get("properties") or {})}, polygons
    if not found:
        raise FileIsNotAMap(problem=_("there is no Polygon or MultiPolygon in it"))


def _geometries(objects: Any) -> Iterator[dict[str, Any]]:
    """Unpack collections, which may hold collections."""
    for geometry in objects:
        if geometry.get("type") == "GeometryCollection":
            yield from _geometries(geometry.get("geometries", []))
        else:
            yield geometry


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
    except (TypeError, ValueError, KeyError, IndexError) as problem:
        raise FileIsNotAMap(problem=_("an arc is not made of numbers")) from problem
    return line


def _polygons(geometry: dict[str, Any], lines: list[Line]) -> list[Polygon]:
    """Join the lines of one geometry into its polygons; none for points and lines."""
    kind, arcs = geometry.get("type"), geometry.get("arcs") or []
    if kind not in ("Polygon", "MultiPolygon"):
        return []
    try:
        shape = [arcs] if kind == "Polygon" else arcs
        return [[_ring(ring, lines) for ring in polygon] for polygon in shape]
    except (TypeError, IndexError) as problem:
        raise FileIsNotAMap(problem=_("it names an arc that is not there")) from problem


def _ring(numbers: Sequence[int], lines: list[Line]) -> Line:
    """Join lines end to end; a number below zero, ~n, means line n walked backwards."""
    ring: Line = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        ring.extend(line[1:] if ring else line)
    return ring
