"""Where initiatives are: places with their borders, centres and what goes on in them."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from samskap.initiatives.models import Initiative, Sharing
from samskap.municipalities.models import Municipality
from samskap.places.models import Area, Border

MOST_TITLES = 3


@dataclass(kw_only=True)
class Place:
    """An area on the map, with the initiatives in it.

    lat, lng  the middle of its border; None where nobody has drawn one
    shape     GeoJSON geometry, WGS 84
    titles    those of the newest few
    """

    area: Area
    lat: float | None = None
    lng: float | None = None
    shape: dict[str, Any] | None = None
    count: int = 0
    titles: list[str] = field(default_factory=list)


def places_with(municipality: Municipality, found: QuerySet[Initiative]) -> list[Place]:
    """Every area of a municipality, with those of the initiatives found that lie in it."""
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
    for area, title in _links(municipality, found):
        place = places[area]
        place.count += 1
        if place.count <= MOST_TITLES:
            place.titles.append(title)
    return list(places.values())


def without_place(municipality: Municipality, found: QuerySet[Initiative]) -> int:
    """How many of the initiatives found say nothing about where they are in it."""
    own = Initiative.areas.through.objects.filter(
        initiative=OuterRef("pk"), area__municipality=municipality
    )
    shared = _shared(municipality).filter(sharing__initiative=OuterRef("pk"))
    return found.exclude(Exists(own) | Exists(shared)).count()


def _links(municipality: Municipality, found: QuerySet[Initiative]) -> list[tuple[int, str]]:
    """Which initiative is where, the newest first: (area, title)."""
    wanted = found.order_by().values("pk")
    own = Initiative.areas.through.objects.filter(
        initiative__in=wanted, area__municipality=municipality
    )
    links = own.values_list(
        "area_id", "initiative__title", "initiative__raised_at", "initiative_id"
    )
    shared = _shared(municipality).filter(sharing__initiative__in=wanted)
    of_others = shared.values_list(
        "area_id",
        "sharing__initiative__title",
        "sharing__initiative__raised_at",
        "sharing__initiative_id",
    )
    newest_first = sorted(links.union(of_others), key=lambda link: link[2:], reverse=True)
    return [(area, title) for area, title, *_when in newest_first]


def _shared(municipality: Municipality) -> QuerySet[Any]:
    """The places here of initiatives from elsewhere, while the municipality takes part."""
    return Sharing.areas.through.objects.filter(
        sharing__municipality=municipality, sharing__ended_at=None
    )
