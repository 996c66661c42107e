"""Choosing members and substitutes, each with a reason on record; leaving, and taking over."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.committees.actions.steps import locked
from samskap.committees.errors.committee import NotYoursToKeep, SayWhy
from samskap.committees.errors.team import (
    IsWithdrawn,
    LeftAlready,
    NotASubstitute,
    NotDeclaredYet,
    NotElected,
    NotEligible,
    NotYoursToChoose,
    NotYoursToEnd,
    SeatIsTaken,
    SitsAlready,
)
from samskap.committees.models import Choice, Committee, Member, Registration, Seat
from samskap.committees.models.team import Role, Way
from samskap.committees.permissions import may_choose, may_keep, may_take_steps
from samskap.committees.queries.charter import is_too_young
from samskap.committees.queries.team import declared_givers
from samskap.ledger import actions as ledger
from samskap.ledger.hands import giver_for
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.people.permissions import has_role

Outcome = Choice.Outcome
TOLD = {
    Outcome.MEMBER: _("You are a member of “{committee}”. Read the charter, and confirm it."),
    Outcome.SUBSTITUTE: _("You are a substitute in “{committee}”. We ask you when a seat is free."),
    Outcome.NOT_CHOSEN: _(
        "Others were chosen for “{committee}” this time. Thank you. You can read the reason there."
    ),
}


@transaction.atomic
def choose(
    *,
    registration: Registration,
    outcome: str,
    reason: str,
    by: Person,
    seat: Seat | None = None,
    at: datetime | None = None,
) -> Choice:
    """Choose about one registration: a member, a substitute, or not this time; always with why.

    Who may choose is said by the call. Nobody is appointed who has not declared.

    Refuses with NotYoursToChoose, SayWhy, IsWithdrawn, NotDeclaredYet, NotEligible, SeatIsTaken or
    SitsAlready.
    """
    committee = locked(registration.committee)
    registration = Registration.objects.select_related("call", "giver__person").get(
        pk=registration.pk
    )
    registration.call.committee = committee
    if not may_choose(by, registration.call):
        raise NotYoursToChoose(way=registration.call.get_way_display())
    return put_on_record(
        registration=registration, outcome=outcome, reason=reason, by=by, seat=seat, at=at
    )


def put_on_record(
    *,
    registration: Registration,
    outcome: str,
    reason: str,
    by: Person,
    seat: Seat | None = None,
    at: datetime | None = None,
) -> Choice:
    """Write a choice down, and seat whoever was chosen; the committee is held already.

    Refuses with SayWhy, IsWithdrawn, NotDeclaredYet, NotEligible, SeatIsTaken or SitsAlready.
    """
    committee = registration.call.committee
    if not reason.strip():
        raise SayWhy
    if registration.withdrawn_at is not None:
        raise IsWithdrawn
    if committee.members.filter(giver=registration.giver, until=None).exists():
        raise SitsAlready(person=_name(registration))
    if outcome != Outcome.NOT_CHOSEN:
        if registration.giver_id not in declared_givers(committee):
            raise NotDeclaredYet
        if is_too_young(committee, registration.birth_year, timezone.localdate(at)):
            raise NotEligible
        _must_be_free(committee, seat)
        sitting = Member(
            municipality=committee.municipality,
            committee=committee,
            person=registration.giver.person,
            giver=registration.giver,
            role=registration.role,
            seat=seat if outcome == Outcome.MEMBER else None,
            is_substitute=outcome == Outcome.SUBSTITUTE,
            way=registration.call.way,
            chosen_because=reason.strip(),
            chosen_by=by,
            perspectives=registration.perspectives,
            sex=registration.sex,
            birth_year=registration.birth_year,
            area=registration.area,
            since=timezone.localdate(at),
        )
        sitting.save()
        _happened("committees.member_chosen", sitting, by)
    choice: Choice = Choice.objects.create(
        municipality=committee.municipality,
        registration=registration,
        outcome=outcome,
        seat=seat,
        way=registration.call.way,
        reason=reason.strip(),
        by=by,
        at=at or timezone.now(),
    )
    remember("committees.chosen", by=by.pseudonym_key, about=choice, within=committee.initiative)
    _tell(registration.giver.person, committee, TOLD[Outcome(outcome)], but=by)
    return choice


@transaction.atomic
def elect(
    *,
    committee: Committee,
    person: Person,
    role: str,
    reason: str,
    by: Person,
    seat: Seat | None = None,
    is_chair: bool = False,
    is_substitute: bool = False,
    sex: str = "",
    since: date | None = None,
) -> Member:
    """Write down whom the elected body has put in the committee without a call.

    They declare before the committee is appointed as a whole.

    Refuses with NotYoursToKeep, SayWhy, NotElected, SitsAlready, NotEligible or SeatIsTaken.
    """
    committee = locked(committee)
    if not may_take_steps(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    if not reason.strip():
        raise SayWhy
    if role == Role.POLITICIAN and not has_role(person, committee.municipality, "politician"):
        raise NotElected(person=person.shown_name)
    if committee.members.filter(person=person, until=None).exists():
        raise SitsAlready(person=person.shown_name)
    birth_year = person.born_on.year if person.born_on else None
    if is_too_young(committee, birth_year, since or timezone.localdate()):
        raise NotEligible
    _must_be_free(committee, seat)
    made: Member = Member.objects.create(
        municipality=committee.municipality,
        committee=committee,
        person=person,
        giver=giver_for(person, committee.municipality),
        role=role,
        seat=None if is_substitute else seat,
        is_chair=is_chair and not is_substitute,
        is_substitute=is_substitute,
        way=Way.COUNCIL,
        chosen_because=reason.strip(),
        chosen_by=by,
        perspectives=[seat.perspective] if seat else [],
        sex=sex,
        birth_year=birth_year,
        area=None if person.has_protected_address else person.home,
        since=since or timezone.localdate(),
    )
    if made.is_chair:
        committee.members.exclude(pk=made.pk).update(is_chair=False)
    _happened("committees.member_elected", made, by)
    _tell(
        person,
        committee,
        _("You are put in “{committee}”. Declare your interests, and read the charter."),
        but=by,
    )
    return made


@transaction.atomic
def leave(*, member: Member, by: Person, because: str, at: datetime | None = None) -> Member:
    """Leave a committee, or write down that somebody has; who sat there stays on record.

    because  for those who keep the committee; it is not public

    Refuses with NotYoursToEnd, SayWhy or LeftAlready.
    """
    committee = locked(member.committee)
    member = Member.objects.select_related("person", "giver", "municipality").get(pk=member.pk)
    member.committee = committee
    is_own = member.person_id is not None and member.person_id == by.pk
    if not is_own and not may_keep(by, committee):
        raise NotYoursToEnd
    if not because.strip():
        raise SayWhy
    if member.until is not None:
        raise LeftAlready(person=member.shown_name)
    member.until, member.left_because = timezone.localdate(at), because.strip()
    member.is_chair = False
    member.save(update_fields=["until", "left_because", "is_chair"])
    _happened("committees.member_left", member, by)
    keeper = committee.facilitator or committee.secretary
    _tell(keeper, committee, _("Somebody has left “{committee}”. Ask a substitute."), but=by)
    return member


@transaction.atomic
def take_over(*, substitute: Member, left: Member, reason: str, by: Person) -> Member:
    """Let a substitute take over the seat of a member who has left.

    Refuses with NotYoursToKeep, SayWhy, NotASubstitute, NotDeclaredYet or SeatIsTaken.
    """
    committee = locked(substitute.committee)
    if not may_take_steps(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    if not reason.strip():
        raise SayWhy
    found = {member.pk: member for member in committee.members.select_related("person", "seat")}
    new: Member | None = found.get(substitute.pk)
    old: Member | None = found.get(left.pk)
    if new is None or old is None or not new.is_substitute or new.until or not old.until:
        raise NotASubstitute
    if new.giver_id not in declared_givers(committee):
        raise NotDeclaredYet
    _must_be_free(committee, old.seat)
    new.is_substitute, new.seat, new.replaces = False, old.seat, old
    new.chosen_because = f"{new.chosen_because}\n{reason.strip()}".strip()
    new.save(update_fields=["is_substitute", "seat", "replaces", "chosen_because"])
    _happened("committees.taken_over", new, by)
    _tell(new.person, committee, TOLD[Outcome.MEMBER], but=by)
    return new


@transaction.atomic
def let_lead(*, member: Member, by: Person) -> Member:
    """Let a member lead the meetings, in place of whoever did. Refuses with NotYoursToKeep."""
    committee = locked(member.committee)
    if not may_take_steps(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    committee.members.update(is_chair=False)
    committee.members.sitting().filter(pk=member.pk).update(is_chair=True)
    member.refresh_from_db(fields=["is_chair"])
    _happened("committees.chair_named", member, by)
    return member


def _must_be_free(committee: Committee, seat: Seat | None) -> None:
    """Refuse a seat of another committee, one that was dropped, and one where somebody sits."""
    if seat is None:
        return
    if seat.committee_id != committee.pk or seat.dropped_at is not None:
        raise SeatIsTaken
    if committee.members.sitting().filter(seat=seat).exists():
        raise SeatIsTaken


def _name(registration: Registration) -> str:
    """What whoever registered is called."""
    giver = registration.giver
    return giver.person.shown_name if giver.person else giver.name


def _happened(what: str, member: Member, by: Person) -> None:
    """Remember it, and let the pages of the initiative know that they are old."""
    initiative = member.committee.initiative
    remember(what, by=by.pseudonym_key, about=member, within=initiative)
    ledger.touch(initiative.account)


def _tell(person: Person | None, committee: Committee, label: Any, *, but: Person) -> None:
    """Tell somebody with an account, but not whoever just did it."""
    if person is not None and person != but:
        tell(
            person=person,
            municipality=committee.municipality,
            kind="committees.team",
            label=format_lazy(label, committee=committee.title),
            path=committee.get_absolute_url(),
        )
