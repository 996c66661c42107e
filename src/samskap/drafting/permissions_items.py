"""Who may make items of a plan, answer what was given to it, and say how far an item has come."""

from samskap.drafting.models import Document
from samskap.drafting.models.item import Item
from samskap.initiatives.permissions.initiative import may_change
from samskap.organisations.permissions import may_speak_for
from samskap.people.permissions import Reader


def may_plan(by: Reader, document: Document) -> bool:
    """Those who carry the initiative: they make items, and answer what was given to the plan."""
    return may_change(by, document.initiative)


def may_report(by: Reader, item: Item) -> bool:
    """The same people, and whoever speaks for the organisation that is responsible."""
    if may_plan(by, item.document):
        return True
    return item.responsible is not None and may_speak_for(by, item.responsible)  # type: ignore[arg-type]
