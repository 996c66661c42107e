"""What plans show on the page of an initiative, beside a recommendation, and on the desk."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.drafting import cards_items as cards
from samskap.drafting.models import Item
from samskap.drafting.panels import on_the_desk
from samskap.drafting.queries.items import sums_of_plan, to_follow_up, to_write, with_all
from samskap.drafting.queries.texts import documents_of
from samskap.initiatives.models import FormalDecision, Initiative
from samskap.initiatives.permissions.initiative import may_be_changed_by
from samskap.initiatives.queries.kept import for_everyone
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person


@for_everyone
def plan_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """How the plans of an initiative stand; it asks only where there are texts, and is kept."""
    documents = documents_of(initiative)
    if not documents:
        return None
    items = Item.objects.filter(document__in=documents).select_related("commitment")
    items_by_text: dict[int, list[Item]] = {}
    for item in items.order_by("document", "number"):
        items_by_text.setdefault(item.document_id, []).append(item)
    plans = [
        {
            "title": document.title,
            "lang": document.language,
            "url": address("drafting:plan", document.pk),
            "said": cards.sentence_of(sums_of_plan(items_by_text[document.pk], [])),
        }
        for document in documents
        if document.pk in items_by_text
    ]
    if not plans:
        return None
    return Panel(template="drafting/item/panel.html", facts={"plans": plans}, order=23)


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
    return on_the_desk(
        waits,
        title=_("Items of plans to follow up"),
        task=lambda item: Task(
            title=_("Say how it goes"),
            url=item.get_absolute_url(),
            note=str(item),
            due_on=item.follow_up_on,
        ),
    )


def adopted_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Items that were adopted with changes, until those who write have written what was adopted."""
    if not isinstance(request.user, Person):
        return None
    return on_the_desk(
        to_write(request.user, request.municipality),
        title=_("Adopted with changes, in texts that you write"),
        task=lambda item: Task(
            title=_("Write what was adopted"),
            url=address("drafting:paragraph", item.paragraph_id),
            note=str(item),
        ),
    )
