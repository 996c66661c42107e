"""Naming a state of the whole text, and settling it."""

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.drafting.actions.shared import held, reason_given
from samskap.drafting.errors import ChangesWait, NotYoursToWrite
from samskap.drafting.models import Change, Document, Edition
from samskap.drafting.permissions import may_keep
from samskap.drafting.queries.texts import wordings_now
from samskap.ledger import actions as ledger
from samskap.people.models import Person


@transaction.atomic
def publish_edition(
    *, document: Document, name: str, why: str, by: Person, number: int | None = None
) -> Edition:
    """Keep the whole text as it is under a number and a name, and say why.

    number  of the edition that is meant, from the form: pressed twice it is made once; if somebody
            else made that one meanwhile, it becomes the next

    Refuses with TextIsClosed, NotYoursToWrite or SayWhy.
    """
    document = held(document)
    if not may_keep(by, document):
        raise NotYoursToWrite
    reason = reason_given(why)
    since = document.editions.filter(number__gte=number or 1, by=by, name=name.strip())
    sent: Edition | None = since.first() if number else None
    if sent:
        return sent
    newest: Edition | None = document.editions.order_by("-number").first()
    contents = wordings_now(document).values_list("paragraph_id", "version")
    edition: Edition = Edition.objects.create(
        municipality_id=document.municipality_id,
        document=document,
        number=newest.number + 1 if newest else 1,
        name=name.strip(),
        why=reason,
        contents=[list(pair) for pair in contents],
        by=by,
        at=timezone.now(),
    )
    ledger.touch(document.initiative.account)
    within = document.initiative
    remember("drafting.edition_made", by=by.pseudonym_key, about=edition, within=within)
    return edition


@transaction.atomic
def settle_document(*, document: Document, by: Person) -> None:
    """Say that the text changes no more; every proposal has its answer first.

    Refuses with TextIsClosed, NotYoursToWrite or ChangesWait.
    """
    document = held(document)
    if not may_keep(by, document):
        raise NotYoursToWrite
    if document.changes.filter(state=Change.State.OPEN).exists():
        raise ChangesWait
    document.state = Document.State.SETTLED
    document.save(update_fields=["state"])
    ledger.touch(document.initiative.account)
    within = document.initiative
    remember("drafting.settled", by=by.pseudonym_key, about=document, within=within)
