"""What can be found of committees: the committees themselves, with their task and result."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.committees.models import Charter, Committee

COMMITTEE = Findable(
    kind="committee",
    title=_("Committee"),
    many=_("Committees"),
    model="committees.Committee",
    read="samskap.committees.findable.committees",
)


def committees(keys: Iterable[int]) -> list[Found]:
    """Committees with the task of the charter that was adopted last, and what came of them."""
    found = list(Committee.objects.filter(pk__in=keys).select_related("initiative"))
    adopted = Charter.objects.filter(committee__in=found).exclude(adopted_on=None)
    tasks = dict(adopted.order_by("version").values_list("committee", "task"))
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text=f"{tasks.get(each.pk, '')}\n\n{each.result}",
            language=each.language,
            at=each.proposed_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
            side="public",
        )
        for each in found
    ]
