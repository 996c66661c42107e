"""The steps of an initiative."""

from datetime import date

import pytest

from samskap.initiatives.actions import states
from samskap.initiatives.errors.initiative import NotOpen, NotYoursToChange
from samskap.initiatives.errors.states import (
    AgreeOnTheProblemFirst,
    NoSuchStep,
    SayWhatWasLearnt,
    SayWhy,
    TakenByADecision,
    TextIsMissing,
)
from samskap.initiatives.models.initiative import PATH, State
from samskap.initiatives.queries.history import steps_of
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db


def in_state(state):
    initiative = InitiativeFactory(state=state)
    return initiative, initiative.raised_by


@pytest.mark.parametrize(("before", "after"), states.FORWARD.items())
def test_every_step_forward_is_taken_without_more_words(before, after):
    initiative, ada = in_state(before)

    moved = states.take_step(initiative=initiative, to=after, by=ada)

    step = moved.changes.last()
    assert (moved.state, step.before, step.after, step.by) == (after, before, after, ada)


@pytest.mark.parametrize(
    ("before", "after"),
    [(before, after) for before in PATH for after in states.steps_back(before)],
)
def test_every_step_back_needs_a_reason(before, after):
    initiative, ada = in_state(before)

    with pytest.raises(SayWhy):
        states.take_step(initiative=initiative, to=after, by=ada, reason=" ")
    moved = states.take_step(initiative=initiative, to=after, by=ada, reason="We learnt more.")

    assert (moved.state, moved.changes.last().reason) == (after, "We learnt more.")


@pytest.mark.parametrize(("before", "after"), states.BY_DECISION.items())
def test_only_a_decision_agrees(before, after):
    initiative, ada = in_state(before)

    with pytest.raises(TakenByADecision):
        states.take_step(initiative=initiative, to=after, by=ada)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (before, after)
        for before in PATH
        for after in State.values
        if after not in states.steps_from(before) and after != states.BY_DECISION.get(before)
    ],
)
def test_every_other_step_is_refused(before, after):
    initiative, ada = in_state(before)

    with pytest.raises(NoSuchStep):
        states.take_step(initiative=initiative, to=after, by=ada, reason="Why not?")

    initiative.refresh_from_db()
    assert initiative.state == before


def test_going_back_to_defining_opens_the_problem_again():
    initiative, ada = in_state(State.DEFINING)
    states.lock_problem(initiative=initiative, text="The evenings are long.", by=ada)

    moved = states.take_step(
        initiative=initiative, to=State.DEFINING, by=ada, reason="Some were missing."
    )

    assert (moved.problem, moved.problem_locked_at) == ("The evenings are long.", None)


def test_a_stranger_takes_no_step():
    initiative, _ada = in_state(State.IDEA)

    with pytest.raises(NotYoursToChange):
        states.take_step(initiative=initiative, to=State.DEFINING, by=PersonFactory())


def test_facilitators_and_partners_take_steps():
    initiative, _ada = in_state(State.IDEA)
    helge = person_with("facilitator", initiative.municipality)
    partner = PartnerFactory(initiative=initiative, status="joined")

    states.take_step(initiative=initiative, to=State.DEFINING, by=helge)
    moved = states.take_step(
        initiative=initiative, to=State.IDEA, by=partner.contact or partner.person, reason="Slowly."
    )

    assert moved.state == State.IDEA


def test_a_facilitator_of_another_municipality_takes_no_step():
    initiative, _ada = in_state(State.IDEA)
    other = InitiativeFactory()
    stranger = person_with("facilitator", other.municipality)

    with pytest.raises(NotYoursToChange):
        states.pause(initiative=initiative, by=stranger, reason="Rest.")


def test_the_problem_is_locked_and_design_opens():
    initiative, ada = in_state(State.IDEA)
    version = initiative.account.version

    moved = states.lock_problem(initiative=initiative, text="The evenings are long.", by=ada)

    assert (moved.state, moved.problem) == (State.DESIGNING, "The evenings are long.")
    assert moved.problem_locked_at is not None
    assert [step.after for step in moved.changes.all()] == [
        State.IDEA,
        State.DEFINING,
        State.PROBLEM_LOCKED,
        State.DESIGNING,
    ]
    assert [step.after for step in steps_of(moved)] == [State.DESIGNING, State.IDEA]
    initiative.account.refresh_from_db()
    assert initiative.account.version > version


def test_a_problem_decided_again_changes_only_the_words():
    initiative, ada = in_state(State.IMPLEMENTING)

    moved = states.lock_problem(initiative=initiative, text="Put better.", by=ada)

    assert (moved.state, moved.problem) == (State.IMPLEMENTING, "Put better.")


def test_the_solution_waits_for_the_problem():
    initiative, ada = in_state(State.DESIGNING)

    with pytest.raises(AgreeOnTheProblemFirst):
        states.lock_solution(initiative=initiative, text="A shared dinner.", by=ada)


def test_the_solution_is_locked_and_the_work_begins():
    initiative, ada = in_state(State.IDEA)
    states.lock_problem(initiative=initiative, text="The evenings are long.", by=ada)

    moved = states.lock_solution(initiative=initiative, text="A shared dinner.", by=ada)

    assert (moved.state, moved.solution) == (State.IMPLEMENTING, "A shared dinner.")
    assert moved.solution_locked_at is not None


@pytest.mark.parametrize("lock", [states.lock_problem, states.lock_solution])
def test_nothing_empty_is_agreed_on(lock):
    initiative = InitiativeFactory(problem_locked_at="2026-01-01T12:00Z", state=State.DESIGNING)

    with pytest.raises(TextIsMissing):
        lock(initiative=initiative, text=" ", by=initiative.raised_by)


@pytest.mark.parametrize("lock", [states.lock_problem, states.lock_solution])
def test_nothing_is_agreed_on_while_it_rests(lock):
    initiative = InitiativeFactory(state=State.PAUSED, state_before=State.DESIGNING)

    with pytest.raises(NotOpen):
        lock(initiative=initiative, text="A text.", by=initiative.raised_by)


@pytest.mark.parametrize("state", PATH)
def test_what_rests_goes_on_where_it_was(state):
    initiative, ada = in_state(state)

    with pytest.raises(SayWhy):
        states.pause(initiative=initiative, by=ada, reason="")
    resting = states.pause(initiative=initiative, by=ada, reason="Summer.")
    assert (resting.state, resting.is_open, resting.phase) == (
        State.PAUSED,
        False,
        initiative.phase,
    )
    with pytest.raises(NotOpen):
        states.pause(initiative=initiative, by=ada, reason="Again.")

    assert states.resume(initiative=initiative, by=ada).state == state


def test_what_goes_on_is_not_taken_up_again():
    initiative, ada = in_state(State.DEFINING)

    with pytest.raises(NoSuchStep):
        states.resume(initiative=initiative, by=ada, reason="Once more.")


def test_what_stops_leaves_its_learning():
    initiative, ada = in_state(State.DESIGNING)
    facts = {"initiative": initiative, "by": ada, "stops_on": date(2026, 12, 1)}

    with pytest.raises(SayWhy):
        states.scrap(reason="", learnt="Ask first.", owner="The library", **facts)
    with pytest.raises(SayWhatWasLearnt):
        states.scrap(reason="No room.", learnt="Ask first.", owner=" ", **facts)
    stopped = states.scrap(reason="No room.", learnt="Ask first.", owner="The library", **facts)

    entry = stopped.scraps.get()
    assert stopped.state == State.SCRAPPED
    assert (entry.what, entry.learnt, entry.owner, entry.stops_on) == (
        initiative.title,
        "Ask first.",
        "The library",
        date(2026, 12, 1),
    )
    with pytest.raises(SayWhy):
        states.resume(initiative=initiative, by=ada)
    again = states.resume(initiative=initiative, by=ada, reason="There is a room now.")
    assert again.state == State.DESIGNING


def test_only_what_was_made_is_closed():
    initiative, ada = in_state(State.DRIVING)
    young, bo = in_state(State.IDEA)

    with pytest.raises(NoSuchStep):
        states.close(initiative=young, by=bo, reason="Tired.")
    with pytest.raises(SayWhy):
        states.close(initiative=initiative, by=ada, reason="")

    assert states.close(initiative=initiative, by=ada, reason="It runs itself.").state == (
        State.CLOSED
    )


def test_those_who_carry_it_hear_of_a_step_but_not_who_took_it():
    initiative, ada = in_state(State.IDEA)
    helge = person_with("facilitator", initiative.municipality)

    states.pause(initiative=initiative, by=helge, reason="Summer.")
    states.resume(initiative=initiative, by=ada)

    notice = Notice.objects.get()
    assert (notice.person, notice.text, notice.path) == (
        ada,
        "Summer.",
        initiative.get_absolute_url(),
    )
    assert notice.label == f"“{initiative.title}” has taken a step: Paused."
