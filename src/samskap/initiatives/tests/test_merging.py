"""Joining initiatives, and taking them apart again."""

import pytest

from samskap.initiatives.actions.merging import merge, undo_merge
from samskap.initiatives.actions.states import pause
from samskap.initiatives.errors.initiative import NotOpen, NotYoursToChange
from samskap.initiatives.errors.states import NotIntoItself, NotMerged, SayWhy
from samskap.initiatives.models.initiative import State
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(municipality):
    one = InitiativeFactory(municipality=municipality, state=State.DEFINING)
    two = InitiativeFactory(municipality=municipality, raised_by=one.raised_by)
    return one, two, one.raised_by


def test_both_are_kept_and_the_one_points_to_the_other(pair):
    one, two, ada = pair

    merged = merge(initiative=one, into=two, by=ada, reason="The same dream.")

    assert (merged.state, merged.merged_into, merged.state_before) == (
        State.MERGED,
        two,
        State.DEFINING,
    )
    assert merged.account != two.account
    assert merged.phase == "define"


def test_undoing_puts_it_back_where_it_was(pair):
    one, two, ada = pair
    merge(initiative=one, into=two, by=ada, reason="The same dream.")

    with pytest.raises(SayWhy):
        undo_merge(initiative=one, by=ada, reason="")
    back = undo_merge(initiative=one, by=ada, reason="Not the same after all.")

    assert (back.state, back.merged_into, back.state_before) == (State.DEFINING, None, "")
    assert [step.after for step in back.changes.all()] == ["idea", "merged", "defining"]
    with pytest.raises(NotMerged):
        undo_merge(initiative=one, by=ada, reason="Once more.")


def test_nothing_becomes_a_part_of_itself(pair):
    one, _two, ada = pair

    with pytest.raises(NotIntoItself):
        merge(initiative=one, into=one, by=ada, reason="Why not?")


def test_nothing_becomes_a_part_of_what_lies_elsewhere(pair):
    one, _two, ada = pair
    elsewhere = InitiativeFactory(raised_by=ada)

    with pytest.raises(NotIntoItself):
        merge(initiative=one, into=elsewhere, by=ada, reason="Why not?")


def test_one_must_carry_both(pair):
    one, _two, ada = pair
    foreign = InitiativeFactory(municipality=one.municipality)

    with pytest.raises(NotYoursToChange):
        merge(initiative=one, into=foreign, by=ada, reason="The same dream.")

    helge = person_with("facilitator", one.municipality)
    assert merge(initiative=one, into=foreign, by=helge, reason="The same.").merged_into == foreign


def test_what_rests_takes_nothing_in(pair):
    one, two, ada = pair
    pause(initiative=two, by=ada, reason="Summer.")

    with pytest.raises(NotOpen):
        merge(initiative=one, into=two, by=ada, reason="The same dream.")


def test_a_ring_cannot_be_made(pair):
    one, two, ada = pair
    merge(initiative=one, into=two, by=ada, reason="The same dream.")

    with pytest.raises(NotOpen):
        merge(initiative=two, into=one, by=ada, reason="And back.")
