"""Going through notes: each becomes something, says the same as another, or is set aside."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.functional import cached_property

from samskap.base.memory import remember
from samskap.base.modules import announced
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand, paper_hand
from samskap.ledger.models import ActorKind, Channel, Contribution
from samskap.meetings.actions.tables import CHANNEL
from samskap.meetings.errors.events import NobodyTakesItIn, NothingMoreHere
from samskap.meetings.errors.tables import (
    NoteIsSettled,
    NothingLikeIt,
    NotYoursToSettle,
    SayWhyNot,
)
from samskap.meetings.models import Event, Note, Outcome
from samskap.meetings.permissions import may_settle
from samskap.people.models import Person


@dataclass(frozen=True, kw_only=True)
class TableHand(Hand):
    """The hand of a table. All tables of an event are one party: people move between them."""

    event: Event

    @cached_property
    def party(self) -> str:
        """The party it belongs to: who sat there, whom nobody knows by name (decision 106)."""
        return f"event:{self.event.public_id}"


@transaction.atomic
def turn_into_contribution(*, note: Note, by: Person) -> Contribution:
    """Make of a note what it is, as if the table, or whoever stood at the kiosk, had given it.

    Refuses with NotYoursToSettle, NoteIsSettled, NothingMoreHere, NobodyTakesItIn or as those who
    take it in do.
    """
    note = _held(note, by)
    if not note.initiative.is_open:
        raise NothingMoreHere(initiative=note.initiative.title)
    take_in: Callable[..., Contribution] | None = next(announced("takes_in"), None)
    if take_in is None:
        raise NobodyTakesItIn
    given = take_in(
        initiative=note.initiative,
        hand=hand_of(note, by),
        kind=note.kind,
        title=note.title,
        text=note.text,
        language=note.language,
        at=note.written_at,
    )
    if note.table:
        Outcome.objects.create(
            municipality_id=note.municipality_id, event=note.table.event, contribution=given
        )
    _settle(note, by, contribution=given, is_first=True)
    return given


def hand_of(note: Note, by: Person) -> Hand:
    """In whose name a note is given: the table’s, or that of somebody who wrote without an account.

    Whoever goes through the notes writes it down for them.
    """
    if note.table is None:
        return paper_hand(
            by=by,
            municipality=note.municipality,
            reach=note.reach,
            channel=Channel.MEETING if not note.reach else Channel.PAPER,
        )
    return TableHand(
        by=by,
        event=note.table.event,
        giver=note.table.giver,
        actor_kind=ActorKind(note.table.actor_kind),
        channel=CHANNEL,
        entered_on_behalf=True,
    )


@transaction.atomic
def say_the_same(*, note: Note, other: Note, by: Person) -> None:
    """Say that a note says the same as one that has become something: both became that.

    Refuses with NotYoursToSettle, NoteIsSettled or NothingLikeIt.
    """
    note = _held(note, by)
    if other.initiative_id != note.initiative_id or other.contribution is None:
        raise NothingLikeIt
    _settle(note, by, contribution=other.contribution)


@transaction.atomic
def set_aside(*, note: Note, by: Person, because: str) -> None:
    """Set a note aside, and say why.

    Refuses with NotYoursToSettle, NoteIsSettled or SayWhyNot.
    """
    note = _held(note, by)
    if not because.strip():
        raise SayWhyNot
    _settle(note, by, set_aside_because=because.strip())


def _held(note: Note, by: Person) -> Note:
    """Hold a note until the transaction ends: of two who go through it, the second is told so."""
    rows = Note.objects.select_for_update(of=("self",)).select_related(
        "initiative__account", "initiative__municipality", "municipality", "table__event"
    )
    fresh: Note = rows.select_related("table__giver__municipality").get(pk=note.pk)
    if not may_settle(by, fresh.initiative):
        raise NotYoursToSettle
    if not fresh.is_waiting:
        raise NoteIsSettled
    return fresh


def _settle(note: Note, by: Person, **became: object) -> None:
    """Write down what became of a note; how to reach somebody has gone to the giver, or goes."""
    for name, value in became.items():
        setattr(note, name, value)
    note.settled_at, note.settled_by, note.reach = timezone.now(), by, ""
    note.save()
    remember("meetings.note_settled", by=by.pseudonym_key, about=note, within=note.initiative)
    ledger.touch(note.initiative.account)
