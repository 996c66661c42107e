"""The steps of a committee: what is allowed, who may, and what is remembered."""

from datetime import timedelta
from itertools import pairwise

import pytest

from samskap.base.models import Happening
from samskap.committees.actions.steps import FORWARD, move, steps_aside, steps_back
from samskap.committees.errors.committee import (
    CharterIsNotAdopted,
    NobodySits,
    NoSuchStep,
    NotIntoItself,
    NotYoursToKeep,
    SayWhy,
)
from samskap.committees.errors.team import StillToDeclare
from samskap.committees.models import Committee, State
from samskap.committees.models.committee import LIVING, PATH
from samskap.testing.factories.committees import charter, committee, councillor, member
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def steps_of(one: Committee) -> list[tuple[str, str, str, int]]:
    """The steps on record."""
    return list(one.steps.values_list("before", "after", "reason", "by"))


def test_a_committee_goes_all_the_way_and_every_step_has_actor_and_reason():
    made = committee()
    by = made.facilitator
    charter(made)
    member(made)

    for to in PATH[1:]:
        made = move(committee=made, to=to, reason=f"Now {to}.", by=by)

    assert made.state == State.EVALUATED
    assert steps_of(made) == [
        ("", "proposed", "Newcomers meet too few of us.", by.pk),
        *((before, to, f"Now {to}.", by.pk) for before, to in pairwise(PATH)),
    ]
    assert Happening.objects.filter(what="committees.step_taken").count() == len(PATH) - 1


def test_the_table_of_steps_is_that_of_the_plan():
    assert (
        *("proposed", "chartered", "recruiting", "appointed", "working", "delivered"),
        *("in_formal_treatment", "answered", "implementing", "closed", "evaluated"),
    ) == PATH
    assert {before: set(after) for before, after in FORWARD.items()} == {
        **{before: {after} for before, after in pairwise(PATH)},
        "chartered": {"recruiting", "appointed"},
        "answered": {"implementing", "closed"},
    }


@pytest.mark.parametrize("state", State.values)
def test_only_the_steps_of_the_table_are_taken(state):
    made = committee(state=state)
    allowed = {*FORWARD.get(state, ()), *steps_back(made), *steps_aside(made)}

    refused = set()
    for to in (*State.values, "nowhere"):
        if to not in allowed:
            with pytest.raises(NoSuchStep):
                move(committee=made, to=to, reason="Because.", by=made.facilitator)
            refused.add(to)

    assert refused == {*State.values, "nowhere"} - allowed
    assert state not in allowed
    assert ({"paused", "scrapped", "merged"} <= allowed) == (state in LIVING)


def test_nothing_goes_silently_and_nobody_else_takes_a_step():
    made = committee(state=State.WORKING)
    for words in ("", "  "):
        with pytest.raises(SayWhy):
            move(committee=made, to=State.RECRUITING, reason=words, by=made.facilitator)
    with pytest.raises(NotYoursToKeep):
        move(committee=made, to=State.DELIVERED, reason="Done.", by=PersonFactory())
    assert len(steps_of(made)) == 1

    back = move(committee=made, to=State.RECRUITING, reason="Two left.", by=made.facilitator)

    assert back.state == State.RECRUITING
    assert back.steps.last().is_back


def test_the_elected_body_takes_steps_too():
    made = committee(state=State.IN_FORMAL_TREATMENT)

    moved = move(
        committee=made, to=State.ANSWERED, reason="Case 12/26.", by=councillor(made.municipality)
    )

    assert moved.state == State.ANSWERED


def test_a_step_forward_needs_something_to_stand_on():
    made = committee()
    by = made.facilitator
    charter(made, is_adopted=False)
    with pytest.raises(CharterIsNotAdopted):
        move(committee=made, to=State.CHARTERED, reason="Adopted.", by=by)
    charter(made)
    made = move(committee=made, to=State.CHARTERED, reason="Adopted.", by=by)
    with pytest.raises(NobodySits):
        move(committee=made, to=State.APPOINTED, reason="All there.", by=by)
    sitting = member(made)
    made.declarations.all().delete()
    with pytest.raises(StillToDeclare) as refusal:
        move(committee=made, to=State.APPOINTED, reason="All there.", by=by)

    assert str(refusal.value) == (
        "1 member has not declared interests and openness yet. See who, under members."
    )
    sitting.until = sitting.since + timedelta(days=1)
    sitting.save()
    member(made)
    assert move(committee=made, to=State.APPOINTED, reason="All there.", by=by).state == "appointed"


def test_what_paused_or_stopped_goes_on_where_it_was():
    made = committee(state=State.WORKING)
    for aside in (State.PAUSED, State.SCRAPPED):
        made = move(committee=made, to=aside, reason="An election.", by=made.facilitator)
        assert (made.state, made.stands_at, steps_back(made)) == (aside, "working", ("working",))
        made = move(committee=made, to=State.WORKING, reason="Again.", by=made.facilitator)
        assert (made.state, made.state_before) == ("working", "")


def test_joining_another_loses_nothing_and_can_be_undone():
    made = committee(state=State.WORKING)
    other = committee(municipality=made.municipality, state=State.WORKING, title="Neighbours")
    written, sitting = charter(made), member(made)
    for wrong in (None, made, committee(), committee(state=State.CLOSED)):
        with pytest.raises(NotIntoItself):
            move(
                committee=made, to=State.MERGED, reason="One task.", by=made.facilitator, into=wrong
            )

    joined = move(
        committee=made, to=State.MERGED, reason="One task.", by=made.facilitator, into=other
    )

    assert (joined.merged_into, list(other.merged_from.all())) == (other, [made])
    assert (joined.charters.get(), joined.members.get()) == (written, sitting)
    assert [step.after for step in joined.steps.all()] == ["proposed", "merged"]
    undone = move(committee=joined, to=State.WORKING, reason="Two after all.", by=made.facilitator)
    assert (undone.state, undone.merged_into) == ("working", None)
