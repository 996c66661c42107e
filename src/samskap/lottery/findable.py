"""What can be found of lots."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samskap.base.finding import Findable, Found
from samskap.lottery.models import Lot

LOT = Findable(
    kind="lot",
    title=pgettext_lazy("a draw", "Lot"),
    many=_("Lots"),
    model="lottery.Lot",
    read="samskap.lottery.findable.lots",
)


def lots(keys: Iterable[int]) -> list[Found]:
    """Lots with what those who are drawn are asked to do."""
    found = Lot.objects.filter(pk__in=keys).select_related("initiative")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text=each.about,
            language=each.language,
            at=each.started_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
            side="public",
        )
        for each in found
    ]
