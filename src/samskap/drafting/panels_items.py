"""What plans show beside a recommendation, and on the desk."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from samskap.base.modules import Panel, Task, Waiting
from samskap.drafting import cards_items as cards
from samskap.drafting.models import Item
from samskap.drafting.queries.items import to_follow_up, with_all
from samskap.initiatives.models import FormalDecision, Initiative
from samskap.initiatives.permissions.initiative import may_be_changed_by
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

MOST = 10  # lines on the desk


def beside(request: HttpRequest, formal: FormalDecision) -> dict[int, Panel]:
    """Where an item came from, beside its recommendation where the elected body answers it."""
    items = with_all(Item.objects.filter(recommendation__formal_decision=formal))
    return {
        item.recommendation_id: Panel(
            template="drafting/item/beside.html", facts={"item": item, "row": cards.row_of(item)}
        )
        for item in items
        if item.recommendation_id is not None
    }


def follow_ups_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Items of the plans one carries about which somebody has to say how they go."""
    reader = request.user
    if not isinstance(reader, Person):
        return None
    mine = Initiative.objects.of(request.municipality).filter(
        may_be_changed_by(reader, request.municipality)
    )
    waits = to_follow_up(request.municipality).filter(document__initiative__in=mine.values("pk"))
    shown = list(waits[:MOST])
    if not shown:
        return None
    tasks = [
        Task(
            title=_("Say how it goes"),
            url=item.get_absolute_url(),
            note=str(item),
            due_on=item.follow_up_on,
        )
        for item in shown
    ]
    return Waiting(title=_("Items of plans to follow up"), tasks=tasks, in_all=waits.count())
