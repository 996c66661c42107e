"""What can be found of negotiations: what is to be agreed; never who sits there."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.negotiations.models import Negotiation

NEGOTIATION = Findable(
    kind="negotiation",
    title=_("Negotiation"),
    many=_("Negotiations"),
    model="negotiations.Negotiation",
    read="samskap.negotiations.findable.negotiations",
)


def negotiations(keys: Iterable[int]) -> list[Found]:
    """Every table, by what is to be agreed there."""
    rows = Negotiation.objects.filter(pk__in=keys).select_related("initiative")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.matter,
            text=each.about,
            language=each.language,
            at=each.started_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
        )
        for each in rows
    ]
