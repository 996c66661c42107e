"""The charter: a new version for each change, adopted by the elected body, read by every member."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskap.base.memory import remember
from samskap.committees.actions.steps import locked, move
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.errors.team import (
    AdoptedAlready,
    DayLiesAhead,
    NewerCharter,
    NothingChanged,
    OnlyMembersConfirm,
    SayWhatChanged,
    ThisIsMissing,
)
from samskap.committees.models import Charter, CharterReading, Committee, Member, Seat, State
from samskap.committees.permissions import may_adopt, may_keep
from samskap.committees.queries.charter import charter_in_force
from samskap.initiatives.actions.frames import write_frame
from samskap.initiatives.models import Frame
from samskap.initiatives.queries.frames import frame_in_force
from samskap.ledger import actions as ledger
from samskap.notices.actions import tell
from samskap.people.models import Person

NEEDED = ("background", "task", "deliveries")
RULES = ("legal_form", "balances_sexes")
OF_A_SEAT = ("role", "perspective", "profile", "is_essential", "is_new", "least_age", "most_age")


@transaction.atomic
def write_charter(
    *,
    committee: Committee,
    by: Person,
    why_new: str = "",
    seats: Sequence[Mapping[str, Any]] | None = None,
    field: Mapping[str, str] | None = None,
    at: datetime | None = None,
    **said: Any,
) -> Charter:
    """Write a new version of the charter; the old ones stay as they were.

    said   the headings, the legal form and whether the sexes are balanced; what is not named is
           taken over from the last version
    seats  role, perspective and what else a seat says, in their order
    field  open, negotiable and fixed: the frame of the initiative, which gets a new version

    Refuses with NotYoursToKeep, ThisIsMissing, NothingChanged or SayWhatChanged.
    """
    committee = locked(committee)
    if not may_keep(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    last = committee.charters.order_by("-version").first()
    told = {name: said.get(name, getattr(last, name, "")) for name in Charter.HEADINGS}
    told = {name: text.strip() for name, text in told.items()}
    rules = {name: said.get(name, getattr(last, name, Charter().__dict__[name])) for name in RULES}
    if not all(told[name] for name in NEEDED):
        raise ThisIsMissing
    if seats is None:
        numbered = list(last.seats) if last else []
    else:
        numbered = [
            {"number": number, **{name: seat.get(name) for name in OF_A_SEAT}}
            for number, seat in enumerate(seats, start=1)
        ]
    frame = _frame(committee, by, field, why_new)
    if last is not None:
        facts = {**told, **rules, "seats": numbered, "frame_id": frame and frame.pk}
        if all(getattr(last, name) == value for name, value in facts.items()):
            raise NothingChanged(version=last.version)
        if not why_new.strip():
            raise SayWhatChanged

    charter: Charter = Charter.objects.create(
        municipality=committee.municipality,
        committee=committee,
        version=last.version + 1 if last else 1,
        seats=numbered,
        frame=frame,
        why_new=why_new.strip(),
        by=by,
        at=at or timezone.now(),
        **told,
        **rules,
    )
    if not committee.charters.exclude(adopted_on=None).exists():
        _set_seats(charter)  # a draft shows its seats, until a version is adopted
    _happened("committees.charter_written", charter, by)
    return charter


@transaction.atomic
def adopt_charter(
    *, charter: Charter, by: Person, on: date, reference: str = "", at: datetime | None = None
) -> Charter:
    """Write down that the elected body has adopted a version, when, and in which case.

    The first adoption takes the committee on to its next state. Every member is asked to read it.

    Refuses with NotYoursToKeep, DayLiesAhead or AdoptedAlready.
    """
    committee = locked(charter.committee)
    charter = Charter.objects.select_related("municipality").get(pk=charter.pk)
    charter.committee = committee
    if not may_adopt(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    if on > timezone.localdate(at):
        raise DayLiesAhead
    adopted = committee.charters.exclude(adopted_on=None)
    if adopted.filter(version__gte=charter.version).exists():
        raise AdoptedAlready
    charter.adopted_on, charter.adopted_in = on, committee.body
    charter.adopted_as, charter.adopted_by = reference.strip(), by
    charter.save(update_fields=["adopted_on", "adopted_in", "adopted_as", "adopted_by"])
    _set_seats(charter)
    # About the committee: its task has changed, and so has what it is found by.
    remember(
        "committees.charter_adopted",
        by=by.pseudonym_key,
        about=committee,
        within=committee.initiative,
    )
    ledger.touch(committee.initiative.account)
    if committee.state == State.PROPOSED:
        with translation.override(committee.language):
            reason = _("The charter is adopted. %(case)s") % {"case": charter.adopted_as}
        move(committee=committee, to=State.CHARTERED, reason=reason, by=by, at=at)
    _ask_to_read(charter, but=by)
    return charter


@transaction.atomic
def confirm_reading(
    *, charter: Charter, by: Person, member: Member | None = None
) -> CharterReading:
    """Confirm that a member has read the charter; pressing twice confirms once.

    member  somebody without an account, for whom those who keep the committee write it down

    Refuses with OnlyMembersConfirm or NewerCharter.
    """
    committee = locked(charter.committee)
    there = committee.members.filter(until=None)
    if member is None:
        found = there.filter(person=by).first()
    else:
        found = there.filter(pk=member.pk, person=None).first() if may_keep(by, committee) else None
    if found is None:
        raise OnlyMembersConfirm
    if charter_in_force(committee) != charter:
        raise NewerCharter
    reading, is_new = CharterReading.objects.get_or_create(
        charter=charter,
        member=found,
        defaults={"municipality": committee.municipality, "by": by},
    )
    if is_new:
        _happened("committees.charter_read", charter, by)
    return reading


def _frame(
    committee: Committee, by: Person, field: Mapping[str, str] | None, why_new: str
) -> Frame | None:
    """The frame in force; a new version of it where the field is drawn anew."""
    last = frame_in_force(committee.initiative)
    lines = {name: text.strip() for name, text in (field or {}).items()}
    if not any(lines.values()) or all(
        getattr(last, name, "") == text for name, text in lines.items()
    ):
        return last
    return write_frame(initiative=committee.initiative, by=by, why_new=why_new, **lines)


def _set_seats(charter: Charter) -> None:
    """Let the seats be those of a version: changed, added, or dropped and kept on record."""
    committee = charter.committee
    known = {seat.number: seat for seat in committee.seats.all()}
    for told in charter.seats:
        facts = {name: told[name] for name in OF_A_SEAT if told.get(name) is not None}
        seat = known.pop(told["number"], None) or Seat(
            municipality=charter.municipality, committee=committee, number=told["number"]
        )
        for name in ("least_age", "most_age"):
            setattr(seat, name, None)
        for name, value in facts.items():
            setattr(seat, name, value)
        seat.dropped_at = None
        seat.save()
    Seat.objects.filter(pk__in=[seat.pk for seat in known.values()], dropped_at=None).update(
        dropped_at=timezone.now()
    )


def _ask_to_read(charter: Charter, *, but: Person) -> None:
    """Ask every member, and those who stand ready, to read what holds now."""
    committee = charter.committee
    for member in committee.members.filter(until=None).select_related("person"):
        if member.person is not None and member.person != but:
            tell(
                person=member.person,
                municipality=charter.municipality,
                kind="committees.charter_adopted",
                label=format_lazy(
                    gettext_lazy("“{committee}” has a new charter. Confirm that you read it."),
                    committee=committee.title,
                ),
                text=charter.why_new,
                path=charter.get_absolute_url(),
            )


def _happened(what: str, charter: Charter, by: Person) -> None:
    """Remember it, and let the pages of the initiative know that they are old."""
    initiative = charter.committee.initiative
    remember(what, by=by.pseudonym_key, about=charter, within=initiative)
    ledger.touch(initiative.account)
