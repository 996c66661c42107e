"""The team: elected and appointed, leaving and taking over, equal tools in the room."""

import pytest

from samskap.committees.actions.charter import confirm_reading
from samskap.committees.actions.choosing import elect, leave, let_lead, take_over
from samskap.committees.actions.declaring import declare
from samskap.committees.errors.committee import NotYoursToKeep, SayWhy
from samskap.committees.errors.team import (
    LeftAlready,
    NotASubstitute,
    NotElected,
    NotYoursToEnd,
    SeatIsTaken,
    SitsAlready,
)
from samskap.committees.models import Member, State
from samskap.committees.models.team import Role, Way
from samskap.committees.permissions import (
    is_member,
    may_choose,
    may_keep,
    may_see_registrations,
    may_take_steps,
    may_work,
)
from samskap.committees.queries.team import still_to_declare
from samskap.ledger.hands import giver_for
from samskap.people.actions import delete_account
from samskap.testing.factories.committees import (
    charter,
    committee,
    councillor,
    member,
    open_call_of,
    politician,
    registration,
    seat,
)
from samskap.testing.factories.people import PersonFactory, born_ago, person_with

pytestmark = pytest.mark.django_db


def test_the_body_puts_elected_representatives_in_and_they_declare():
    made = committee(state=State.CHARTERED)
    by, person = councillor(made.municipality), person_with("politician", made.municipality)
    facts = {"committee": made, "role": Role.POLITICIAN, "reason": "Elected, case 3.", "by": by}
    with pytest.raises(NotElected):
        elect(person=PersonFactory(), **facts)
    with pytest.raises(SayWhy):
        elect(person=person, **facts | {"reason": ""})
    with pytest.raises(NotYoursToKeep):
        elect(person=person, **facts | {"by": person})
    place = seat(made, role=Role.POLITICIAN)

    sitting = elect(person=person, seat=place, is_chair=True, **facts)

    assert (sitting.way, sitting.is_chair, sitting.seat) == (Way.COUNCIL, True, place)
    assert still_to_declare(made) == [sitting]
    with pytest.raises(SitsAlready):
        elect(person=person, **facts)
    another = person_with("politician", made.municipality)
    with pytest.raises(SeatIsTaken):
        elect(person=another, seat=place, **facts)
    mine = giver_for(person, made.municipality)
    with pytest.raises(NotYoursToKeep):
        declare(committee=made, giver=mine, by=another, is_open=True)
    declare(committee=made, giver=mine, by=person, is_open=True, interests="I own a shop.")
    declare(committee=made, giver=mine, by=person, is_open=True, interests="I own a shop.")
    assert (still_to_declare(made), made.declarations.count()) == ([], 1)


def test_politicians_and_residents_have_the_same_tools():
    made = committee(state=State.WORKING)
    version = charter(made)
    resident, elected = member(made), politician(made)
    for one in (resident, elected):
        by = one.person
        assert confirm_reading(charter=version, by=by).member == one
        assert declare(committee=made, giver=one.giver, by=by, is_open=True, interests="None.")
        assert is_member(by, made)
        assert may_work(by, made)
        assert not may_keep(by, made)
        assert not may_take_steps(by, made), "neither has more than the other"
        with pytest.raises(NotYoursToKeep):
            let_lead(member=one, by=by)
        assert leave(member=one, by=by, because="I am moving.").until is not None
        assert not may_work(by, made)


def test_who_leaves_stays_on_record_and_a_substitute_takes_over():
    made = committee(state=State.WORKING)
    place = seat(made)
    sitting, ready = member(made, seat=place), member(made, is_substitute=True)
    with pytest.raises(NotYoursToEnd):
        leave(member=sitting, by=ready.person, because="I want the seat.")
    with pytest.raises(NotASubstitute):
        take_over(substitute=ready, left=sitting, reason="Early.", by=made.facilitator)
    with pytest.raises(SayWhy):
        leave(member=sitting, by=sitting.person, because=" ")
    gone = leave(member=sitting, by=sitting.person, because="A new job.")
    with pytest.raises(LeftAlready):
        leave(member=gone, by=made.facilitator, because="Twice.")

    new = take_over(substitute=ready, left=gone, reason="First in line.", by=made.facilitator)

    assert (new.is_substitute, new.seat, new.replaces) == (False, place, gone)
    assert list(made.members.sitting()) == [new]
    assert list(made.members.left()) == [gone]
    assert gone.left_because == "A new job."
    with pytest.raises(NotASubstitute):
        take_over(substitute=new, left=gone, reason="Again.", by=made.facilitator)


def test_reasons_about_persons_are_for_those_who_choose():
    made = committee(state=State.CHARTERED)
    call = open_call_of(made, way=Way.COUNCIL)
    one = registration(call)
    readers = {
        "keeper": made.facilitator,
        "council": councillor(made.municipality),
        "resident": one.giver.person,
        "another": PersonFactory(),
        "member": member(made).person,
    }

    assert {name for name, by in readers.items() if may_see_registrations(by, made)} == {
        "keeper",
        "council",
    }
    assert not may_choose(None, call)


def test_whoever_is_under_age_is_shown_by_the_first_name_alone():
    made = committee(state=State.WORKING)
    grown = member(made, person=PersonFactory(given_name="Ada", shown_as="name"))
    young = member(
        made, person=PersonFactory(given_name="Bo", shown_as="name", born_on=born_ago(14))
    )
    told = member(
        made,
        person=PersonFactory(given_name="Eli", shown_as="name"),
        birth_year=born_ago(15).year,
    )

    names = {one.pk: one.shown_name for one in Member.objects.select_related("person", "giver")}

    assert names == {grown.pk: "Ada Strand", young.pk: "Bo", told.pk: "Eli"}


def test_a_deleted_account_leaves_a_seat_without_a_name():
    made = committee(state=State.WORKING)
    one = registration(open_call_of(made), words="I came here in 2015.")
    person = one.giver.person
    sitting = member(made, person=person, chosen_because="Knows it.", birth_year=1990)

    delete_account(by=person, is_sure=True)

    sitting = Member.objects.select_related("person", "giver").get(pk=sitting.pk)
    one.refresh_from_db()
    assert (sitting.person, sitting.chosen_because, sitting.birth_year) == (None, "", None)
    assert sitting.until is not None
    assert str(sitting) == "A former member"
    assert (one.words, one.withdrawn_at is not None) == ("", True)
