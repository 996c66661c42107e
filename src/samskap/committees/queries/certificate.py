"""What a certificate says: as what somebody sat, from when until when, and what was delivered."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from samskap.committees.models import Committee, Member
from samskap.initiatives.queries.formal import outcome
from samskap.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """What one member took part in; nobody is compared with anybody."""

    committee: Committee
    member: Member
    name: str
    role: str
    is_chair: bool
    since: date
    until: date | None
    recommended: int
    adopted: int
    is_answered: bool
    given_on: date


def certificate_of(committee: Committee, whose: Person | Member) -> Certificate | None:
    """What stands on somebody’s certificate; None before the committee has delivered.

    Who left keeps the time they gave; a substitute who never sat has none.

    whose  a person, or a member who has no account
    """
    if isinstance(whose, Member):
        seats, whole = committee.members.filter(giver=whose.giver_id), whose.giver.name
    else:
        seats = committee.members.filter(person=whose)
        whole = f"{whose.given_name} {whose.family_name}".strip() or str(whose.shown_name)
    mine = list(seats.filter(is_substitute=False).order_by("since", "pk"))
    found = outcome(committee.initiative)
    if not mine or found is None:
        return None
    last = mine[-1]
    return Certificate(
        committee=committee,
        member=last,
        name=whole or str(last.shown_name),
        role=last.get_role_display(),
        is_chair=any(each.is_chair for each in mine),
        since=mine[0].since,
        until=last.until,
        recommended=found.recommended,
        adopted=found.adopted,
        is_answered=not found.pending,
        given_on=timezone.localdate(),
    )
