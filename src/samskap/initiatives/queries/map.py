"""Where initiatives are: places with their borders, centres and what goes on in them."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.initiatives import Filters, listed
from samskap.municipalities.models import Municipality
from samskap.places.models import Area, Border

MOST_TITLES = 3


@dataclass(kw_only=True)
class Place:
    """An area on the map, with the initiatives in it.

    lat, lng  the middle of its border; None where nobody has drawn one
    shape     GeoJSON geometry, WGS 84
    """

    area: Area
    lat: float | None = None
    lng: float | None = None
    shape: dict[str, Any] | None = None
    count: int = 0
    titles: list[str] = field(default_factory=list)


def places_with(municipality: Municipality, filters: Filters) -> list[Place]:
    """Every area of a municipality, with what somebody looks for in it; four queries."""
    places = {area.pk: Place(area=area) for area in Area.objects.of(municipality).order_by("name")}
    today = timezone.localdate()
    borders = Border.objects.of(municipality).filter(
        Q(valid_to=None) | Q(valid_to__gt=today), valid_from__lte=today
    )
    for border in borders.order_by("valid_from"):
        place = places[border.area_id]
        place.lat = (border.south + border.north) / 2
        place.lng = (border.west + border.east) / 2
        place.shape = border.shape
    for area, title in _links(municipality, filters):
        place = places[area]
        place.count += 1
        if place.count <= MOST_TITLES:
            place.titles.append(title)
        elif place.count == MOST_TITLES + 1:
            place.titles.append("…")
    return list(places.values())


def without_place(municipality: Municipality, filters: Filters) -> int:
    """How many of what somebody looks for say nothing about where they are."""
    return listed(municipality, filters).filter(areas=None).count()


def _links(municipality: Municipality, filters: Filters) -> list[tuple[int, str]]:
    """Which initiative is where, the newest first: (area, title)."""
    found = listed(municipality, filters).order_by()
    links = Initiative.areas.through.objects.filter(
        initiative__in=found.values("pk"), area__municipality=municipality
    )
    newest_first = links.order_by("-initiative__raised_at", "-initiative")
    return list(newest_first.values_list("area_id", "initiative__title"))
