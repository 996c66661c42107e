"""The open call: opened, answered on the web, on paper or by telephone, and closed."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.committees.actions.declaring import declare
from samskap.committees.actions.steps import locked, move
from samskap.committees.errors.committee import CharterIsNotAdopted, NotYoursToKeep, SayWhy
from samskap.committees.errors.team import CalledAlready, CallIsClosed, LastDayHasPassed
from samskap.committees.models import Call, Committee, Registration, Seat, State
from samskap.committees.permissions import (
    may_enter_for_others,
    may_keep,
    may_register,
    may_withdraw,
)
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.people.models import Person
from samskap.places.models import Area


@transaction.atomic
def open_call(
    *,
    committee: Committee,
    by: Person,
    text: str,
    way: str,
    closes_on: date,
    questions: Sequence[str] = (),
    at: datetime | None = None,
) -> Call:
    """Invite everybody to register; the first call takes the committee on to its next state.

    way  who chooses: the elected body, the committee’s elected members, or the lot

    Refuses with NotYoursToKeep, SayWhy, CharterIsNotAdopted, LastDayHasPassed or CalledAlready.
    """
    committee = locked(committee)
    if not may_keep(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    if not text.strip():
        raise SayWhy
    if not committee.charters.exclude(adopted_on=None).exists():
        raise CharterIsNotAdopted
    if closes_on < timezone.localdate(at):
        raise LastDayHasPassed
    if committee.calls.filter(closed_at=None).exists():
        raise CalledAlready
    call: Call = Call.objects.create(
        municipality=committee.municipality,
        committee=committee,
        text=text.strip(),
        questions=[question.strip() for question in questions if question.strip()],
        way=way,
        opened_at=at or timezone.now(),
        opened_by=by,
        closes_on=closes_on,
    )
    _happened("committees.call_opened", call, by)
    if committee.state == State.CHARTERED:
        move(committee=committee, to=State.RECRUITING, reason=call.text, by=by, at=at)
    return call


@transaction.atomic
def close_call(*, call: Call, by: Person, at: datetime | None = None) -> Call:
    """Close a call; a second press changes nothing. Refuses with NotYoursToKeep."""
    call.committee = locked(call.committee)
    if not may_keep(by, call.committee):
        raise NotYoursToKeep(committee=call.committee.title)
    now = at or timezone.now()
    if Call.objects.filter(pk=call.pk, closed_at=None).update(closed_at=now):
        _happened("committees.call_closed", call, by)
    call.refresh_from_db(fields=["closed_at"])
    return call


@transaction.atomic
def register(
    *,
    call: Call,
    hand: Hand,
    words: str = "",
    answers: Sequence[str] = (),
    perspectives: Sequence[str] = (),
    sex: str = "",
    birth_year: int | None = None,
    area: Area | None = None,
    is_open: bool = False,
    interests: str = "",
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Registration:
    """Register for a committee, with what one tells of oneself; pressing twice registers once.

    hand          whose registration it is; of somebody else where it came on paper or by telephone
    perspectives  those of the seats that they bring
    is_open       that they declare not to be locked to a solution, and tell their interests

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYoursToKeep or CallIsClosed.
    """
    hand.require_level("committees.register")
    call = Call.objects.select_related("committee__municipality").get(pk=call.pk)
    committee = call.committee = locked(call.committee)
    if hand.entered_on_behalf:
        if not may_enter_for_others(hand.by, committee):
            raise NotYoursToKeep(committee=committee.title)
        if call.closed_at is not None:  # what came in time may be written down a little later
            raise CallIsClosed
    elif not may_register(hand.by, call):
        raise CallIsClosed
    mine = Registration.objects.filter(call=call, withdrawn_at=None)
    before: Registration | None = (
        mine.filter(public_id=public_id or uuid4()).first() or mine.filter(giver=hand.giver).first()
    )
    if before is not None:
        return before
    known = set(committee.seats.filter(dropped_at=None).values_list("perspective", flat=True))
    made: Registration = Registration.objects.create(
        municipality=committee.municipality,
        committee=committee,
        call=call,
        public_id=public_id or uuid4(),
        giver=hand.giver,
        words=words.strip(),
        answers=[answer.strip() for answer in answers],
        perspectives=[each for each in perspectives if each in known],
        sex=sex,
        birth_year=birth_year,
        area=area,
        channel=hand.channel,
        entered_by=hand.by if hand.entered_on_behalf else None,
        registered_at=at or timezone.now(),
    )
    if is_open:
        declare(
            committee=committee,
            giver=hand.giver,
            by=hand.by,
            is_open=True,
            interests=interests,
            at=at,
        )
    remember(
        "committees.registered",
        by=hand.by.pseudonym_key,
        about=made,
        within=committee.initiative,
    )
    return made


@transaction.atomic
def withdraw(*, registration: Registration, by: Person) -> None:
    """Take a registration back. Refuses with NotYoursToKeep."""
    if not may_withdraw(by, registration):
        raise NotYoursToKeep(committee=registration.committee.title)
    Registration.objects.filter(pk=registration.pk, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
    remember(
        "committees.registration_withdrawn",
        by=by.pseudonym_key,
        about=registration,
        within=registration.committee.initiative,
    )


@transaction.atomic
def assess(*, registration: Registration, by: Person, seat: Seat | None, text: str) -> Registration:
    """Write down how somebody suits a seat, for those who choose. Refuses with NotYoursToKeep."""
    if not may_keep(by, registration.committee):
        raise NotYoursToKeep(committee=registration.committee.title)
    registration.suits, registration.assessment = seat, text.strip()
    registration.assessed_by = by
    registration.save(update_fields=["suits", "assessment", "assessed_by"])
    remember(
        "committees.registration_assessed",
        by=by.pseudonym_key,
        about=registration,
        within=registration.committee.initiative,
    )
    return registration


def _happened(what: str, call: Call, by: Person) -> None:
    """Remember it, and let the pages of the initiative know that they are old."""
    initiative = call.committee.initiative
    remember(what, by=by.pseudonym_key, about=call, within=initiative)
    ledger.touch(initiative.account)
