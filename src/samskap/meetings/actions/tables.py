"""Tables of a workshop: put up, described, and written at."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samskap.base.lines import one_line
from samskap.base.memory import remember
from samskap.ledger.models import Channel, Giver
from samskap.meetings.actions.events import happened
from samskap.meetings.actions.holding import held
from samskap.meetings.errors.events import EventIsCalledOff, NotYoursToHold
from samskap.meetings.errors.tables import LinesDoNotAddUp, TableIsClosed, TooManyTables
from samskap.meetings.models import Event, Note, Table
from samskap.meetings.permissions import may_hold
from samskap.people.models import Person

MOST_TABLES = 60
OPENS_BEFORE, CLOSES_AFTER = timedelta(hours=1), timedelta(days=2)
CHANNEL = Channel.MEETING  # what is written at a table is given at a meeting


@transaction.atomic
def put_up_tables(*, event: Event, by: Person, tables: int) -> list[Table]:
    """Put up tables, numbered from one; those that stand there already stay.

    Refuses with NotYoursToHold, EventIsCalledOff or TooManyTables.
    """
    event = held(event)
    _must_hold(event, by)
    if not 1 <= tables <= MOST_TABLES:
        raise TooManyTables(most=MOST_TABLES)
    stand = set(event.tables.values_list("number", flat=True))
    made = [
        Table.objects.create(
            municipality_id=event.municipality_id,
            event=event,
            number=number,
            giver=_giver(event, number),
        )
        for number in range(1, tables + 1)
        if number not in stand
    ]
    happened("meetings.tables_put_up", event, by)
    return made


def _giver(event: Event, number: int, name: str = "") -> Giver:
    """Make the giver that stands for a table."""
    giver: Giver = Giver.objects.create(
        municipality_id=event.municipality_id, name=_called(event, number, name)
    )
    return giver


def _called(event: Event, number: int, name: str) -> str:
    """What a table is called wherever its contributions stand, in the language of the event."""
    with translation.override(event.language):
        called = _("Table %(number)s") % {"number": number}
    return f"{called}: {name}" if name else f"{called}, {event.title}"[:120]


@transaction.atomic
def describe_table(*, table: Table, by: Person, **facts: Any) -> Table:
    """Say what a table talks about, who holds it, how many sit there and from where.

    facts  name, host, actor_kind, seated, seated_new, from_public, listened

    Refuses with NotYoursToHold or EventIsCalledOff.
    """
    event = held(table.event)
    _must_hold(event, by)
    for name, value in facts.items():
        setattr(table, name, value)
    table.save(update_fields=list(facts))
    called = _called(event, table.number, table.name)
    Giver.objects.filter(pk=table.giver_id).update(name=called)
    happened("meetings.table_described", event, by)
    return table


@transaction.atomic
def host_table(*, table: Table, by: Person) -> None:
    """Say that one hosts a table, as whoever has its address; the last one who says so does.

    Refuses with EventIsCalledOff or TableIsClosed.
    """
    event = held(table.event)
    if event.is_cancelled:
        raise EventIsCalledOff
    if not takes_notes(event):
        raise TableIsClosed
    Table.objects.filter(pk=table.pk).update(host=by)
    remember("meetings.table_hosted", by=by.pseudonym_key, about=table, within=event.initiative)


def _must_hold(event: Event, by: Person) -> None:
    """Refuse those who do not hold an event, and one that is called off."""
    if not may_hold(by, event):
        raise NotYoursToHold
    if event.is_cancelled:
        raise EventIsCalledOff


def takes_notes(event: Event) -> bool:
    """Whether people at the tables write just now."""
    now = timezone.now()
    return event.starts_at - OPENS_BEFORE <= now <= event.ends_at + CLOSES_AFTER


@transaction.atomic
def write_note(
    *,
    table: Table,
    by: Person | None,
    kind: str,
    title: str,
    text: str = "",
    language: str,
    public_id: UUID | None = None,
) -> Note:
    """Write a note at a table, as whoever has its address. A second press changes nothing.

    It is read by nobody else before it is settled.

    Refuses with EventIsCalledOff or TableIsClosed.
    """
    event = table.event
    if event.is_cancelled:
        raise EventIsCalledOff
    if not takes_notes(event):
        raise TableIsClosed
    words = {"kind": kind, "title": one_line(title), "text": text.strip(), "language": language}
    note = _write(table, public_id or uuid4(), by, **words)
    remember(
        "meetings.note_written",
        by=by.pseudonym_key if by else None,
        about=note,
        within=event.initiative,
    )
    return note


def _write(table: Table, key: UUID, by: Person | None, **words: Any) -> Note:
    """Write a note once; a key that is used at another table is none that a form of ours chose."""
    if Note.objects.filter(public_id=key).exclude(table=table).exists():
        key = uuid4()
    note: Note = Note.objects.get_or_create(
        public_id=key,
        defaults={
            "municipality_id": table.municipality_id,
            "initiative": table.event.initiative,
            "table": table,
            "written_by": by,
            **words,
        },
    )[0]
    return note


@transaction.atomic
def type_in_notes(
    *,
    table: Table,
    by: Person,
    lines: Sequence[str],
    counted: int,
    kind: str,
    language: str,
    batch: UUID | None = None,
) -> list[Note]:
    """Type in a table’s notes from paper, one on each line. A second press changes nothing.

    counted  how many notes there are on the sheet: who types counts them first, so that a line
             that is missing shows at once

    Refuses with NotYoursToHold, EventIsCalledOff or LinesDoNotAddUp.
    """
    _must_hold(table.event, by)
    titles = [title for line in lines if (title := one_line(line))]
    if len(titles) != counted:
        raise LinesDoNotAddUp(counted=counted, typed=len(titles))
    batch = batch or uuid4()
    notes = [
        _write(
            table,
            uuid5(batch, str(number)),
            by,
            kind=kind,
            title=title[:120],
            text=title if len(title) > 120 else "",
            language=language,
            is_from_paper=True,
        )
        for number, title in enumerate(titles)
    ]
    happened("meetings.notes_typed_in", table.event, by)
    return notes
