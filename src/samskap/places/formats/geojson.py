"""GeoJSON (RFC 7946): areas with longitude and latitude."""

from collections.abc import Iterator
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
        polygons = polygons_of(feature.get("geometry"))
        if polygons:
            found = True
            yield {"id": feature.get("id"), **(feature.get("properties") or {})}, polygons
    if not found:
        raise FileIsNotAMap(problem=_("there is no Polygon or MultiPolygon in it"))


def polygons_of(geometry: Any) -> list[Polygon]:
    """The polygons of one geometry; none for points and lines.

    Raises FileIsNotAMap where the coordinates are not nested as the format asks.
    """
    if not isinstance(geometry, dict):
        return []
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection":
        parts = geometry.get("geometries") or []
        return [polygon for part in parts for polygon in polygons_of(part)]
    if kind not in ("Polygon", "MultiPolygon"):
        return []
    shape: Any = [coordinates] if kind == "Polygon" else coordinates
    if not _is_shape(shape):
        raise FileIsNotAMap(problem=_("the “coordinates” are not rings of points"))
    return list(shape)


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
    name = str((crs.get("properties") or {}).get("name", "")) if isinstance(crs, dict) else ""
    if name and not name.endswith(("CRS84", "4326", "4258")):
        raise FileIsNotAMap(problem=_("its grid is %(grid)s, not WGS 84") % {"grid": name})
