"""What can be found of hearings."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.hearings.models import PUBLIC, Hearing

HEARING = Findable(
    kind="hearing",
    title=_("Hearing"),
    many=_("Hearings"),
    model="hearings.Hearing",
    read="samskap.hearings.findable.hearings",
)


def hearings(keys: Iterable[int]) -> list[Found]:
    """Hearings that everybody sees."""
    found = Hearing.objects.filter(pk__in=keys, state__in=PUBLIC).select_related("initiative")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text=each.about,
            language=each.language,
            at=each.opened_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
            side="public",
        )
        for each in found
        if each.opened_at is not None
    ]
