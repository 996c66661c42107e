"""Finding borders that hold on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.places.models import Area, Border


def holding(borders: QuerySet[Border], on: date | None = None) -> QuerySet[Border]:
    """Only the borders that hold on a day, today unless another is given."""
    on = on or timezone.localdate()
    return borders.filter(Q(valid_to=None) | Q(valid_to__gt=on), valid_from__lte=on)


def border_of(area: Area, on: date | None = None) -> Border | None:
    """The border of an area on a day; None where none is known."""
    return holding(Border.objects.filter(area=area), on).order_by("-valid_from").first()


def latest_border_of(area: Area) -> Border | None:
    """The border that holds today, else the last one that did: merged places had one too."""
    return border_of(area) or Border.objects.filter(area=area).order_by("-valid_from").first()


def borders_of(municipality: Municipality, on: date | None = None) -> QuerySet[Border]:
    """The borders of every area of a municipality on a day, with their areas."""
    return holding(Border.objects.of(municipality), on).select_related("area")


def feature_collection(borders: Iterable[Border]) -> dict[str, Any]:
    """Borders as GeoJSON (RFC 7946) for a map: each with name, kind, code and address."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": border.area.slug,
                "bbox": [border.west, border.south, border.east, border.north],
                "properties": {
                    "name": border.area.name,
                    "kind": border.area.kind,
                    "code": border.area.code,
                    "valid_from": border.valid_from.isoformat(),
                    "valid_to": border.valid_to and border.valid_to.isoformat(),
                    "source": border.source,
                },
                "geometry": border.shape,
            }
            for border in borders
        ],
    }
