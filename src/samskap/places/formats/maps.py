"""Areas on a map: GeoJSON or TopoJSON, whichever the file is."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from samskap.places.errors import CodePropertyIsMissing, FileIsNotAMap, FileIsNotJson
from samskap.places.formats.geojson import features_of_geojson
from samskap.places.formats.topojson import features_of_topojson
from samskap.places.geometry import Polygon

# What the mapping authorities call the code of an area, the surest first.
CODE_PROPERTIES = ("kommunenummer", "KOMKODE", "komkode", "code", "kode", "nummer", "id")
CODE_DIGITS = 4


class Feature(NamedTuple):
    """One area of a file, with what the file says about it."""

    properties: dict[str, Any]
    polygons: list[Polygon]


def read_json(content: bytes | str) -> Any:
    """Read JSON, or refuse with the line that breaks it.

    Raises FileIsNotJson.
    """
    try:
        return json.loads(content)
    except json.JSONDecodeError as problem:
        raise FileIsNotJson(line=problem.lineno) from problem
    except (ValueError, RecursionError) as problem:  # no letters, endless digits, endless brackets
        raise FileIsNotJson(line=1) from problem


def read_map(content: bytes | str) -> Iterator[Feature]:
    """Give every area of a GeoJSON or TopoJSON file.

    Raises FileIsNotJson or FileIsNotAMap.
    """
    document = read_json(content)
    if not isinstance(document, dict):
        raise FileIsNotAMap(problem=_("the file is a list or a word"))
    is_topology = document.get("type") == "Topology"
    read = features_of_topojson if is_topology else features_of_geojson
    return (Feature(properties, polygons) for properties, polygons in read(document))


def shapes_by_code(
    features: Iterator[Feature], code_property: str = ""
) -> dict[str, list[Polygon]]:
    """Gather the polygons of each code: an area of many islands may be spread over features.

    code_property   where the code stands; found by itself where it has a usual name

    Raises CodePropertyIsMissing.
    """
    shapes: dict[str, list[Polygon]] = {}
    known: dict[str, None] = {}
    for properties, polygons in features:
        known.update(dict.fromkeys(properties))
        usual = (name for name in CODE_PROPERTIES if name in properties)
        name = code_property or next(usual, "")
        if properties.get(name) not in (None, ""):
            shapes.setdefault(as_code(properties[name]), []).extend(polygons)
    if not shapes:
        wanted = code_property or CODE_PROPERTIES[0]
        raise CodePropertyIsMissing(property=wanted, found=", ".join(known) or "–")
    return shapes


def as_code(value: object) -> str:
    """Write a code as the statistics offices do: 301 is 0301, and “1804 Bodø” is 1804."""
    code = str(value).strip().split(" ", 1)[0]
    return code.zfill(CODE_DIGITS) if code.isdigit() else code
