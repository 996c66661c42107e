"""Starting a text, and saying who writes it."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import transaction

from samskap.base.memory import remember
from samskap.drafting.actions.shared import held
from samskap.drafting.errors import LastWriter, NotYoursToName, NotYoursToStart
from samskap.drafting.models import Document
from samskap.drafting.permissions import may_name_writers, may_start
from samskap.initiatives.actions.moving import must_be_open
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.people.models import Person


@transaction.atomic
def start_document(
    *,
    initiative: Initiative,
    title: str,
    purpose: str = "",
    language: str,
    by: Person,
    rule: str = Document.Rule.WRITERS,
    writers: Iterable[Person] = (),
    public_id: UUID | None = None,
) -> Document:
    """Start an empty text, whose first writer is whoever starts it.

    public_id  the same for what is sent twice from one form: it is started once

    Refuses with NotYoursToStart or NotOpen.
    """
    if not may_start(by, initiative):
        raise NotYoursToStart
    must_be_open(initiative)
    ledger.lock(initiative.account_id)
    key = public_id or uuid4()
    sent: Document | None = Document.objects.filter(public_id=key, initiative=initiative).first()
    if sent:
        return sent
    document: Document = Document.objects.create(
        municipality_id=initiative.municipality_id,
        initiative=initiative,
        public_id=key,
        title=title.strip(),
        purpose=purpose.strip(),
        language=language,
        rule=rule,
    )
    document.initiative = initiative
    document.writers.set([by, *writers])
    ledger.touch(initiative.account)
    remember("drafting.started", by=by.pseudonym_key, about=document, within=initiative)
    return document


@transaction.atomic
def name_writer(*, document: Document, person: Person, by: Person) -> None:
    """Let somebody write the text directly, and decide where the writers decide.

    Refuses with NotYoursToName or TextIsClosed.
    """
    document = held(document)
    if not may_name_writers(by, document):
        raise NotYoursToName
    document.writers.add(person)
    within = document.initiative
    remember("drafting.writer_named", by=by.pseudonym_key, about=document, within=within)


@transaction.atomic
def let_writer_go(*, document: Document, person: Person, by: Person) -> None:
    """Let somebody write no longer; one’s own pen anybody may put down.

    Refuses with NotYoursToName, LastWriter or TextIsClosed.
    """
    document = held(document)
    if by.pk != person.pk and not may_name_writers(by, document):
        raise NotYoursToName
    if not document.writers.exclude(pk=person.pk).exists():
        raise LastWriter
    document.writers.remove(person)
    within = document.initiative
    remember("drafting.writer_left", by=by.pseudonym_key, about=document, within=within)
