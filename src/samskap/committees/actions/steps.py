"""The steps of a committee: one table of what is allowed, and who took which step and why.

Source: the state machine of domain.md 5.0. One may go back, but never silently: every step has an
actor and a reason.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.committees.errors.committee import (
    CharterIsNotAdopted,
    NobodySits,
    NoSuchStep,
    NotIntoItself,
    NotYoursToKeep,
    SayWhy,
)
from samskap.committees.errors.team import StillToDeclare
from samskap.committees.models import Committee, State, Step
from samskap.committees.models.committee import ASIDE, LIVING, PATH
from samskap.committees.permissions import may_take_steps
from samskap.committees.queries.team import still_to_declare
from samskap.ledger import actions as ledger
from samskap.people.models import Person

FORWARD: dict[str, tuple[str, ...]] = {
    State.PROPOSED: (State.CHARTERED,),
    State.CHARTERED: (State.RECRUITING, State.APPOINTED),
    State.RECRUITING: (State.APPOINTED,),
    State.APPOINTED: (State.WORKING,),
    State.WORKING: (State.DELIVERED,),
    State.DELIVERED: (State.IN_FORMAL_TREATMENT,),
    State.IN_FORMAL_TREATMENT: (State.ANSWERED,),
    State.ANSWERED: (State.IMPLEMENTING, State.CLOSED),
    State.IMPLEMENTING: (State.CLOSED,),
    State.CLOSED: (State.EVALUATED,),
}
"""The steps forward. Two may be left out: the call, and carrying out where all was rejected."""


def steps_forward(committee: Committee) -> tuple[str, ...]:
    """The steps forward from where a committee stands."""
    return FORWARD.get(committee.state, ())


def steps_back(committee: Committee) -> tuple[str, ...]:
    """Every earlier state, the nearest first; from beside the way, only to where it was left."""
    if committee.state in ASIDE:
        return (committee.stands_at,)
    return tuple(reversed(PATH[: PATH.index(committee.state)]))


def steps_aside(committee: Committee) -> tuple[str, ...]:
    """The side exits: as long as there is something to do."""
    return (State.PAUSED, State.SCRAPPED, State.MERGED) if committee.is_living else ()


@transaction.atomic
def move(
    *,
    committee: Committee,
    to: str,
    reason: str,
    by: Person,
    into: Committee | None = None,
    at: datetime | None = None,
) -> Committee:
    """Take a committee one step: forward, back, or aside; who took it and why stays on record.

    into  the committee that goes on, where it joins another; everything stays on the page of each

    Refuses with NotYoursToKeep, SayWhy, NoSuchStep, CharterIsNotAdopted, NobodySits, StillToDeclare
    or NotIntoItself.
    """
    committee = locked(committee)
    if not may_take_steps(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    if not reason.strip():
        raise SayWhy
    if to not in (*steps_forward(committee), *steps_back(committee), *steps_aside(committee)):
        raise NoSuchStep(before=committee.get_state_display(), after=_label(to))
    if to in steps_forward(committee):
        _must_be_ready(committee, to)

    before = committee.state
    if to == State.MERGED:
        committee.merged_into = _that_goes_on(committee, into)
    elif before == State.MERGED:
        committee.merged_into = None
    committee.state_before = before if to in ASIDE else ""
    committee.state = to
    committee.save(update_fields=["state", "state_before", "merged_into"])
    step = Step.objects.create(
        municipality=committee.municipality,
        committee=committee,
        before=before,
        after=to,
        reason=reason.strip(),
        by=by,
        at=at or timezone.now(),
    )
    remember("committees.step_taken", by=by.pseudonym_key, about=step, within=committee.initiative)
    ledger.touch(committee.initiative.account)
    return committee


def locked(committee: Committee) -> Committee:
    """Let whoever comes second wait here, and then see how things really stand."""
    rows = Committee.objects.select_for_update(of=("self",))
    row: Committee = rows.select_related(
        "municipality", "body", "initiative__account", "initiative__municipality"
    ).get(pk=committee.pk)
    return row


def _must_be_ready(committee: Committee, to: str) -> None:
    """Refuse steps forward that have nothing to stand on."""
    if to == State.CHARTERED and not committee.charters.exclude(adopted_on=None).exists():
        raise CharterIsNotAdopted
    if to == State.APPOINTED:
        if not committee.members.sitting().exists():
            raise NobodySits
        if waiting := still_to_declare(committee):
            raise StillToDeclare(persons=len(waiting))


def _that_goes_on(committee: Committee, into: Committee | None) -> Committee:
    """The committee that another joins: one of the same municipality that still works."""
    if (
        into is None
        or into.pk == committee.pk
        or into.municipality_id != committee.municipality_id
        or into.state not in LIVING
    ):
        raise NotIntoItself
    return into


def _label(to: str) -> str:
    """A state in words; what is no state as it was written."""
    return str(State(to).label) if to in State.values else to
