"""GeoJSON (RFC 7946): areas with longitude and latitude."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from samskap.places.errors import FileIsNotAMap
from samskap.places.geometry import Polygon

Found = tuple[dict[str, Any], list[Polygon]]


def features_of_geojson(document: dict[str, Any]) -> Iterator[Found]:
    """Give the properties and polygons of every area; points and lines are passed over.

    Takes a FeatureCollection, a Feature or a bare geometry.

    Raises FileIsNotAMap.
    """
    _refuse_other_grids(document)
    kind = document.get("type")
    if kind == "FeatureCollection":
        features = document.get("features")
        if not isinstance(features, list):
            raise FileIsNotAMap(problem=_("it has no list of “features”"))
    elif kind == "Feature":
        features = [document]
    else:
        features = [{"properties": {}, "geometry": document}]
    found = False
    for feature in features:
        if not isinstance(feature, dict):
            raise FileIsNotAMap(problem=_("it has no list of “features”"))
        polygons = polygons_of(feature.get("geometry"))
        if polygons:
            found = True
            yield facts_of(feature), polygons
    if not found:
        raise FileIsNotAMap(problem=_("there is no Polygon or MultiPolygon in it"))


def polygons_of(geometry: Any) -> list[Polygon]:
    """The polygons of one geometry; none for points and lines.

    Raises FileIsNotAMap where the coordinates are not nested as the format asks.
    """
    polygons: list[Polygon] = []
    for part in simple_geometries([geometry]):
        kind, coordinates = part.get("type"), part.get("coordinates")
        if kind not in ("Polygon", "MultiPolygon"):
            continue
        shape: Any = [coordinates] if kind == "Polygon" else coordinates
        if not _is_shape(shape):
            raise FileIsNotAMap(problem=_("the “coordinates” are not rings of points"))
        polygons += shape
    return polygons


def facts_of(feature: dict[str, Any]) -> dict[str, Any]:
    """What a file says about one area: its properties, and its id."""
    properties = feature.get("properties")
    return {"id": feature.get("id"), **(properties if isinstance(properties, dict) else {})}


def simple_geometries(geometries: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Unpack collections, which may hold collections, however deep; what is none is left out."""
    waiting = deque(geometries)
    while waiting:
        geometry = waiting.popleft()
        if not isinstance(geometry, dict):
            continue
        if geometry.get("type") != "GeometryCollection":
            yield geometry
        elif isinstance(parts := geometry.get("geometries"), list):
            waiting.extendleft(reversed(parts))


def _is_shape(shape: Any) -> bool:
    """Whether this is polygons of rings of points of numbers."""
    return isinstance(shape, list) and all(
        isinstance(polygon, list)
        and polygon
        and all(isinstance(ring, list) and all(map(_is_point, ring)) for ring in polygon)
        for polygon in shape
    )


def _is_point(point: Any) -> bool:
    return (
        isinstance(point, list)
        and len(point) >= 2
        and all(isinstance(number, int | float) for number in point[:2])
    )


def _refuse_other_grids(document: dict[str, Any]) -> None:
    """Refuse the older `crs` member where it names another grid than degrees."""
    crs = document.get("crs")
    facts = crs.get("properties") if isinstance(crs, dict) else None
    name = str(facts.get("name", "") if isinstance(facts, dict) else facts or "")
    if name and not name.endswith(("CRS84", "4326", "4258")):
        raise FileIsNotAMap(problem=_("its grid is %(grid)s, not WGS 84") % {"grid": name})
