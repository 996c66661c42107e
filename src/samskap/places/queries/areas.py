"""Finding areas."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet

from samskap.municipalities.models import Municipality
from samskap.places.models import Area

# An area lies in a larger kind of area, so four steps up reach the top.
UPWARDS = "parent__parent__parent__parent"


def areas_of(municipality: Municipality) -> QuerySet[Area]:
    """Every area of a municipality, with what it lies in and how many parts it has."""
    areas: QuerySet[Area] = Area.objects.of(municipality)
    return areas.select_related("parent").annotate(n_parts=Count("parts"))


def area_of(municipality: Municipality) -> Area | None:
    """The municipality itself as a place; None where it has not been added."""
    areas: QuerySet[Area] = Area.objects.of(municipality)
    return areas.filter(kind=Area.Kind.MUNICIPALITY).order_by("pk").first()


def parts_of(area: Area) -> QuerySet[Area]:
    """What lies directly in an area."""
    areas: QuerySet[Area] = Area.objects.filter(parent=area)
    return areas.annotate(n_parts=Count("parts"))


def trail_of(area: Area) -> list[Area]:
    """What an area lies in, the largest first; one query at most."""
    if area.parent_id is None:
        return []
    held = Area.objects.select_related(UPWARDS).get(pk=area.pk)
    trail: list[Area] = []
    while held.parent is not None:
        held = held.parent
        trail.insert(0, held)
    return trail


def codes_of(municipalities: Sequence[Municipality]) -> frozenset[str]:
    """Every code by which a file could mean an area of these municipalities."""
    areas = Area.objects.filter(municipality__in=municipalities).exclude(code="")
    own = {municipality.code for municipality in municipalities if municipality.code}
    return frozenset(own.union(areas.values_list("code", flat=True)))


def parts_in(area: Area) -> int:
    """How many parts an area has, as `areas_of` and `parts_of` counted them."""
    return int(getattr(area, "n_parts"))  # noqa: B009 - an annotation, unknown to the model
