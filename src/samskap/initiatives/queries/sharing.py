"""Reading what municipalities share: what is found where, and at which address it is at home."""

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest

from samskap.base.once import once
from samskap.initiatives.models import Initiative, Sharing
from samskap.initiatives.models.sharing import SharingQuerySet
from samskap.municipalities.models import Municipality
from samskap.places.models import Area


def found_in(municipality: Municipality) -> QuerySet[Initiative]:
    """The initiatives of a municipality, and those of others in which it takes part."""
    own = Q(municipality=municipality)
    shared = Sharing.objects.of(municipality).taking_part()
    # Asked for first: where nobody shares, the list walks along one index as before.
    if not shared.exists():
        return Initiative.objects.filter(own)
    return Initiative.objects.filter(own | Q(pk__in=shared.values("initiative")))


def with_places(found: QuerySet[Initiative], municipality: Municipality) -> QuerySet[Initiative]:
    """Fetch, with some initiatives, where in this municipality each of them is."""
    here = Sharing.objects.of(municipality).taking_part().prefetch_related("areas")
    return found.prefetch_related("areas", Prefetch("sharings", here, to_attr="sharings_here"))


def areas_in(initiative: Initiative, municipality: Municipality) -> list[Area]:
    """Its places in this municipality; it came with `with_places`."""
    if initiative.municipality_id == municipality.pk:
        return list(initiative.areas.all())
    shared: list[Sharing] = getattr(initiative, "sharings_here", [])
    return [area for sharing in shared for area in sharing.areas.all()]


def from_elsewhere(
    initiatives: Iterable[Initiative], municipality: Municipality
) -> dict[int, Sharing]:
    """Those of some initiatives that are at home elsewhere: initiative → its sharing here.

    With the places here, the home and its host names; no query where all are at home here.
    """
    away = [each.pk for each in initiatives if each.municipality_id != municipality.pk]
    if not away:
        return {}
    here = shared_with(municipality).taking_part().filter(initiative__in=away)
    return {sharing.initiative_id: sharing for sharing in here}


def sharings_of(initiative: Initiative) -> QuerySet[Sharing]:
    """Every municipality that was asked, the newest question first."""
    return initiative.sharings.select_related("municipality", "by", "answered_by")


@once
def taking_part_in(initiative: Initiative) -> list[Municipality]:
    """The other municipalities that take part, with their host names; two queries at the most."""
    there = Sharing.objects.filter(initiative=initiative).taking_part()
    found = Municipality.objects.filter(pk__in=there.values("municipality"))
    return list(found.prefetch_related("host_names"))


def shared_with(municipality: Municipality) -> SharingQuerySet:
    """What others ask this municipality about, with the initiative and where it is at home."""
    found: SharingQuerySet = Sharing.objects.of(municipality)
    return found.select_related("initiative__municipality", "initiative__account").prefetch_related(
        "areas", "initiative__municipality__host_names"
    )


def could_be_asked(initiative: Initiative) -> QuerySet[Municipality]:
    """The municipalities of the house that neither take part nor have a question to answer."""
    asked = initiative.sharings.filter(ended_at=None).exclude(accepted=False)
    others = Municipality.objects.filter(is_set_up=True).exclude(pk=initiative.municipality_id)
    return others.exclude(pk__in=asked.values("municipality")).order_by("name")


def is_photo(request: HttpRequest, path: str) -> bool:
    """Whether a file is the photo of an initiative that is found in the municipality asked."""
    here: Municipality | None = getattr(request, "municipality", None)
    return here is not None and found_in(here).filter(photo=path).exists()
