"""Writing down that somebody without an account was told what became of their words."""

from collections.abc import Iterable

from django.db import transaction

from samskap.base.memory import remember
from samskap.drafting.actions.sources import must_plan
from samskap.drafting.models import Document
from samskap.drafting.queries.telling import TOLD, to_be_told
from samskap.initiatives.actions.moving import locked
from samskap.ledger.models import Contribution
from samskap.people.models import Person


@transaction.atomic
def write_down_told(
    *, document: Document, contributions: Iterable[Contribution], by: Person
) -> int:
    """Write down that those who gave these were called or written to. Returns how many.

    A second press writes nothing more.

    Refuses with NotYoursToPlan.
    """
    initiative = locked(document.initiative)
    must_plan(by, document)
    waiting = list(to_be_told(document).filter(pk__in=[each.pk for each in contributions]))
    for each in waiting:
        remember(TOLD, by=by.pseudonym_key, about=each, within=initiative)
    return len(waiting)
