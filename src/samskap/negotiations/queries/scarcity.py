"""Reading what money there is for what the parties talk over."""

from dataclasses import dataclass

from samskap.drafting.models import Document, Item, Money
from samskap.drafting.queries.items import PlanSums, sums_of_plan
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.frames import frame_in_force


@dataclass(frozen=True, kw_only=True)
class Scarcity:
    """What money there is, as it was said in the open (R-071).

    frame  what the frame of the initiative says of money, in words; empty where it says nothing
    plans  each plan with items or money, and what it costs beside what there is
    """

    frame: str
    plans: list[tuple[Document, PlanSums]]


def scarcity_of(initiative: Initiative) -> Scarcity:
    """What money there is for an initiative; three questions for any number of plans."""
    frame = frame_in_force(initiative)
    items: dict[Document, list[Item]] = {}
    money: dict[Document, list[Money]] = {}
    every_item = Item.objects.filter(document__initiative=initiative)
    for item in every_item.select_related("document", "commitment").order_by("document", "number"):
        items.setdefault(item.document, []).append(item)
    said = Money.objects.filter(document__initiative=initiative).select_related("document")
    for each in said.order_by("document", "-said_on", "-pk"):
        money.setdefault(each.document, []).append(each)
    return Scarcity(
        frame=frame.money if frame else "",
        plans=[
            (document, sums_of_plan(items.get(document, []), money.get(document, [])))
            for document in sorted({*items, *money}, key=lambda each: each.pk)
        ],
    )
