"""The steps of an initiative: one table of what is allowed, and who took which step and why.

Source: the state machine of domain.md 5.0. Back-steps are allowed, except silently; every change
has an actor and a reason.
"""

from datetime import date, datetime
from itertools import pairwise

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.initiatives.actions.moving import ask_leave, locked, move, must_be_open
from samskap.initiatives.errors.states import (
    AgreeOnTheProblemFirst,
    NoSuchStep,
    SayWhatWasLearnt,
    SayWhy,
    TakenByADecision,
    TextIsMissing,
)
from samskap.initiatives.models import Initiative, ScrapEntry
from samskap.initiatives.models.initiative import PATH, State
from samskap.ledger import actions as ledger
from samskap.people.models import Person

FORWARD: dict[str, str] = {
    State.IDEA: State.DEFINING,
    State.PROBLEM_LOCKED: State.DESIGNING,
    State.DESIGNING: State.SOLUTION_PROPOSED,
    State.SOLUTION_PROPOSED: State.DECIDING,
    State.IMPLEMENTING: State.DRIVING,
}
"""The steps forward that people take themselves."""

BY_DECISION: dict[str, str] = {
    State.DEFINING: State.PROBLEM_LOCKED,
    State.DECIDING: State.IMPLEMENTING,
}
"""The steps forward that only a decision takes."""


def steps_back(state: str) -> tuple[str, ...]:
    """Every earlier state: one may go back to any of them, with a reason.

    What only a decision reaches is no place to go back to: one goes back to before it.
    """
    earlier = PATH[: PATH.index(state)] if state in PATH else ()
    return tuple(one for one in earlier if one != State.PROBLEM_LOCKED)


def steps_from(state: str) -> tuple[str, ...]:
    """Every state that somebody may choose from here: the next one first, then the way back."""
    forward = (FORWARD[state],) if state in FORWARD else ()
    return forward + tuple(reversed(steps_back(state)))


@transaction.atomic
def take_step(
    *, initiative: Initiative, to: str, by: Person, reason: str = "", at: datetime | None = None
) -> Initiative:
    """Take an initiative one step forward, or back to an earlier state with a reason.

    Refuses with NotYoursToChange, NotOpen, TakenByADecision, NoSuchStep or SayWhy.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    must_be_open(initiative)
    if BY_DECISION.get(initiative.state) == to:
        raise TakenByADecision(after=State(to).label)
    if to not in steps_from(initiative.state):
        raise NoSuchStep(before=initiative.get_state_display(), after=_label(to))
    if to != FORWARD.get(initiative.state) and not reason.strip():
        raise SayWhy

    if to in (State.IDEA, State.DEFINING):
        initiative.problem_locked_at = None
    if PATH.index(to) < PATH.index(State.IMPLEMENTING):
        initiative.solution_locked_at = None
    return move(initiative, to, by=by, reason=reason, at=at)


@transaction.atomic
def pause(*, initiative: Initiative, by: Person, reason: str) -> Initiative:
    """Let an initiative rest, and say why. Refuses with NotYoursToChange, NotOpen or SayWhy."""
    initiative = locked(initiative)
    ask_leave(initiative, by)
    must_be_open(initiative)
    if not reason.strip():
        raise SayWhy
    initiative.state_before = initiative.state
    return move(initiative, State.PAUSED, by=by, reason=reason)


@transaction.atomic
def resume(*, initiative: Initiative, by: Person, reason: str = "") -> Initiative:
    """Take up an initiative where it was left.

    What is paused goes on without more words; what was stopped or closed needs a reason.
    Refuses with NotYoursToChange, NoSuchStep or SayWhy.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    if initiative.state not in (State.PAUSED, State.SCRAPPED, State.CLOSED):
        raise NoSuchStep(before=initiative.get_state_display(), after=_("Taken up again"))
    if initiative.state != State.PAUSED and not reason.strip():
        raise SayWhy
    to = initiative.state_before or State.IDEA
    initiative.state_before = ""
    return move(initiative, to, by=by, reason=reason)


@transaction.atomic
def scrap(
    *, initiative: Initiative, by: Person, reason: str, learnt: str, owner: str, stops_on: date
) -> Initiative:
    """Stop an initiative, and keep what was learnt, who sees to the end of it and from which day.

    Refuses with NotYoursToChange, NoSuchStep, SayWhy or SayWhatWasLearnt.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    if initiative.state not in (*PATH, State.PAUSED):
        raise NoSuchStep(before=initiative.get_state_display(), after=State.SCRAPPED.label)
    if not reason.strip():
        raise SayWhy
    if not learnt.strip() or not owner.strip():
        raise SayWhatWasLearnt
    if initiative.state != State.PAUSED:
        initiative.state_before = initiative.state
    ScrapEntry.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        what=initiative.title,
        owner=owner,
        stops_on=stops_on,
        learnt=learnt,
    )
    return move(initiative, State.SCRAPPED, by=by, reason=reason)


@transaction.atomic
def close(*, initiative: Initiative, by: Person, reason: str) -> Initiative:
    """End an initiative that has run its course, and say how it went.

    Refuses with NotYoursToChange, NoSuchStep or SayWhy.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    if initiative.state not in (State.IMPLEMENTING, State.DRIVING):
        raise NoSuchStep(before=initiative.get_state_display(), after=State.CLOSED.label)
    if not reason.strip():
        raise SayWhy
    initiative.state_before = initiative.state
    return move(initiative, State.CLOSED, by=by, reason=reason)


@transaction.atomic
def lock_problem(
    *, initiative: Initiative, text: str, by: Person, at: datetime | None = None, reason: str = ""
) -> Initiative:
    """Write down the problem that was agreed on, and open the design of a solution.

    Only a decision calls this, and has asked leave. From the first two states the initiative
    walks on to designing, each step on record; later on only the words change.
    Refuses with NotOpen or TextIsMissing.
    """
    initiative = locked(initiative)
    must_be_open(initiative)
    if not text.strip():
        raise TextIsMissing
    at = at or timezone.now()
    initiative.problem, initiative.problem_locked_at = text, at
    return _walk(initiative, State.DESIGNING, by=by, reason=reason, at=at)


@transaction.atomic
def lock_solution(
    *, initiative: Initiative, text: str, by: Person, at: datetime | None = None, reason: str = ""
) -> Initiative:
    """Write down the solution that was agreed on, and let the work begin.

    Only a decision calls this, and has asked leave.
    Refuses with NotOpen, AgreeOnTheProblemFirst or TextIsMissing.
    """
    initiative = locked(initiative)
    must_be_open(initiative)
    if initiative.problem_locked_at is None:
        raise AgreeOnTheProblemFirst
    if not text.strip():
        raise TextIsMissing
    at = at or timezone.now()
    initiative.solution, initiative.solution_locked_at = text, at
    return _walk(initiative, State.IMPLEMENTING, by=by, reason=reason, at=at)


def _walk(initiative: Initiative, to: str, *, by: Person, reason: str, at: datetime) -> Initiative:
    """Pass through every state on the way to one further ahead, each on record."""
    here, there = PATH.index(initiative.state), PATH.index(to)
    if here >= there:
        initiative.save()
        ledger.touch(initiative.account)
        return initiative
    for _before, after in pairwise(PATH[here : there + 1]):
        move(initiative, after, by=by, reason=reason, at=at, tells=False)
    return initiative


def _label(state: str) -> str:
    """Name a state, also one that does not exist."""
    return str(State(state).label) if state in State.values else state
