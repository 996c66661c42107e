"""An outline of a map as plain SVG, for readers without script and for print."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

Point = tuple[float, float]  # longitude, latitude
Ring = list[Point]

WIDTH, TALLEST, EDGE = 640.0, 560.0, 14.0
MOST_CORNERS = 4000  # in one drawing: enough for the eye, light for the line


def rings_of(geojson: Mapping[str, Any] | None) -> list[Ring]:
    """Gather every ring of every polygon, and every line, in a GeoJSON object."""
    if not geojson:
        return []
    kind, at = geojson.get("type"), geojson.get("coordinates") or []
    if kind == "FeatureCollection":
        return [ring for each in geojson.get("features") or () for ring in rings_of(each)]
    if kind == "Feature":
        return rings_of(geojson.get("geometry"))
    if kind == "GeometryCollection":
        return [ring for each in geojson.get("geometries") or () for ring in rings_of(each)]
    lines = {
        "Polygon": at,
        "MultiPolygon": [ring for polygon in at for ring in polygon]
        if kind == "MultiPolygon"
        else [],
        "LineString": [at],
        "MultiLineString": at,
    }.get(str(kind), [])
    return [[(float(point[0]), float(point[1])) for point in line] for line in lines]


def _mercator(latitude: float) -> float:
    """Degrees of latitude on Mercator’s projection, so that shapes look as on other maps."""
    bounded = max(min(latitude, 85.0), -85.0)
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(bounded) / 2)))


def sketch_of(
    geojson: Mapping[str, Any] | None, points: Iterable[Mapping[str, Any]] = ()
) -> dict[str, Any] | None:
    """Draw rings and points in one picture; nothing when there is nothing to draw.

    geojson  any GeoJSON object; its points are left to `points`
    points   dicts with lat and lng; title and count where a point stands for several things
    returns  path (of an SVG), dots (x, y, count, title), width, height
    """
    rings = [[(x, _mercator(y)) for x, y in ring] for ring in rings_of(geojson) if len(ring) > 1]
    points = list(points)
    dots = [(float(point["lng"]), _mercator(float(point["lat"]))) for point in points]
    every = [point for ring in rings for point in ring] + dots
    if not every:
        return None
    west, east = min(x for x, _y in every), max(x for x, _y in every)
    south, north = min(y for _x, y in every), max(y for _x, y in every)
    across, up = max(east - west, 1e-6), max(north - south, 1e-6)
    scale = min((WIDTH - 2 * EDGE) / across, (TALLEST - 2 * EDGE) / up)
    stride = max(1, sum(map(len, rings)) // MOST_CORNERS)

    def placed(point: Point) -> tuple[float, float]:
        x, y = point
        return round((x - west) * scale + EDGE, 1), round((north - y) * scale + EDGE, 1)

    parts = []
    for ring in rings:
        kept = ring[::stride] if len(ring) > 3 * stride else ring
        parts.append("M" + "L".join(f"{x},{y}" for x, y in map(placed, kept)) + "Z")
    return {
        "path": "".join(parts),
        "dots": [
            {"x": x, "y": y, "count": point.get("count") or 0, "title": point.get("title", "")}
            for (x, y), point in zip(map(placed, dots), points, strict=True)
        ],
        "width": round(across * scale + 2 * EDGE),
        "height": round(up * scale + 2 * EDGE),
    }
