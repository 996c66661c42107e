"""What can be found of places: areas by their names."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.places.models import Area

AREA = Findable(
    kind="area",
    title=_("Place"),
    many=_("Places"),
    model="places.Area",
    read="samskap.places.findable.areas",
)


def areas(keys: Iterable[int]) -> list[Found]:
    """Areas; nobody wrote down when they came, so they stand where the municipality began."""
    found = Area.objects.filter(pk__in=keys).select_related("municipality", "parent")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=reverse("places:area", args=[each.slug]),
            title=each.name,
            language=each.municipality.default_language,
            at=each.municipality.created_at,
            of=each.parent.name if each.parent else "",
        )
        for each in found
    ]
