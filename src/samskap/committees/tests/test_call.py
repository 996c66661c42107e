"""The open call: registering on the web and on paper, assessing, choosing with reasons."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.committees.actions.calling import (
    assess,
    close_call,
    open_call,
    register,
    withdraw,
)
from samskap.committees.actions.choosing import choose
from samskap.committees.actions.declaring import declare
from samskap.committees.errors.committee import CharterIsNotAdopted, NotYoursToKeep, SayWhy
from samskap.committees.errors.team import (
    CalledAlready,
    CallIsClosed,
    IsWithdrawn,
    LastDayHasPassed,
    NotDeclaredYet,
    NotEligible,
    NotYoursToChoose,
    SeatIsTaken,
    SitsAlready,
)
from samskap.committees.models import Call, Choice, State
from samskap.committees.models.team import Way
from samskap.ledger.hands import paper_hand
from samskap.people.errors import SignInNeeded
from samskap.people.models import Level
from samskap.testing.factories.committees import (
    charter,
    committee,
    councillor,
    open_call_of,
    politician,
    registration,
    seat,
)
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db
SOON = timedelta(days=14)


def test_a_call_asks_everybody_the_same_and_takes_the_committee_on():
    made = committee(state=State.CHARTERED)
    by, day = made.facilitator, timezone.localdate() + SOON
    facts = {"by": by, "text": "Come along.", "way": Way.POLITICIANS, "closes_on": day}
    with pytest.raises(CharterIsNotAdopted):
        open_call(committee=made, **facts)
    charter(made)
    with pytest.raises(LastDayHasPassed):
        open_call(committee=made, **facts | {"closes_on": timezone.localdate() - SOON})
    with pytest.raises(NotYoursToKeep):
        open_call(committee=made, **facts | {"by": PersonFactory()})

    call = open_call(committee=made, questions=["What do you know of it?", " "], **facts)

    made.refresh_from_db()
    assert (made.state, call.questions, call.is_open) == (
        State.RECRUITING,
        ["What do you know of it?"],
        True,
    )
    with pytest.raises(CalledAlready):
        open_call(committee=made, **facts)


def test_one_registers_once_however_often_one_presses():
    call = open_call_of(committee())
    person = PersonFactory()
    hand = hand_of(person, call.municipality)
    facts = {"words": "I came here in 2015.", "birth_year": 1990, "sex": "woman"}

    first = register(call=call, hand=hand, is_open=True, interests="I run a café.", **facts)
    again = register(call=call, hand=hand, **facts)

    assert (again, call.registrations.count()) == (first, 1)
    assert call.committee.declarations.get().interests == "I run a café."
    withdraw(registration=first, by=person)
    assert register(call=call, hand=hand, **facts) != first
    with pytest.raises(SignInNeeded):
        register(call=call, hand=hand_of(PersonFactory(level=Level.ANONYMOUS, is_active=False),
                                         call.municipality))  # fmt: skip


def test_paper_and_telephone_count_as_much_and_a_little_longer():
    call = open_call_of(committee())
    municipality = call.municipality
    Call.objects.filter(pk=call.pk).update(closes_on=timezone.localdate() - timedelta(days=1))
    with pytest.raises(CallIsClosed):
        register(call=call, hand=hand_of(PersonFactory(), municipality))
    staff = person_with("employee", municipality)
    told = paper_hand(by=staff, municipality=municipality, name="Astrid Vik", channel="phone")

    made = register(call=call, hand=told, is_open=True)

    assert (made.giver.name, made.channel, made.entered_by) == ("Astrid Vik", "phone", staff)
    with pytest.raises(NotYoursToKeep):
        register(
            call=call,
            hand=paper_hand(by=PersonFactory(), municipality=municipality, name="Ola"),
        )
    close_call(call=call, by=call.committee.facilitator)
    with pytest.raises(CallIsClosed):
        register(call=call, hand=paper_hand(by=staff, municipality=municipality, name="Kari"))


@pytest.mark.parametrize("way", [Way.COUNCIL, Way.POLITICIANS])
def test_only_those_choose_whom_the_call_names(way):
    made = committee(state=State.CHARTERED)
    one = registration(open_call_of(made, way=way))
    choosers = {
        Way.COUNCIL: councillor(made.municipality),
        Way.POLITICIANS: politician(made).person,
        "nobody": made.facilitator,
    }
    for name, by in choosers.items():
        if name != way:
            with pytest.raises(NotYoursToChoose):
                choose(registration=one, outcome="member", reason="Knows it.", by=by)
    assert not Choice.objects.exists()

    choice = choose(registration=one, outcome="member", reason="Knows it.", by=choosers[way])

    sitting = made.members.get(giver=one.giver)
    assert (choice.reason, choice.way, sitting.way, sitting.chosen_by) == (
        "Knows it.",
        way,
        way,
        choosers[way],
    )


def test_every_choice_has_a_reason_and_nobody_sits_undeclared_or_twice():
    made = committee(state=State.CHARTERED)
    call = open_call_of(made, way=Way.COUNCIL)
    by, free = councillor(made.municipality), seat(made)
    undeclared = registration(call, is_open=False)
    with pytest.raises(SayWhy):
        choose(registration=undeclared, outcome="member", reason=" ", by=by)
    with pytest.raises(NotDeclaredYet):
        choose(registration=undeclared, outcome="member", reason="Knows it.", by=by)
    person = undeclared.giver.person
    declare(committee=made, giver=undeclared.giver, by=person, is_open=True)
    choose(registration=undeclared, outcome="member", reason="Knows it.", by=by, seat=free)
    with pytest.raises(SitsAlready):
        choose(registration=undeclared, outcome="substitute", reason="Twice.", by=by)
    other = registration(call)
    with pytest.raises(SeatIsTaken):
        choose(registration=other, outcome="member", reason="As well.", by=by, seat=free)
    choose(registration=other, outcome="substitute", reason="Next in line.", by=by)
    third = registration(call)
    choose(registration=third, outcome="not_chosen", reason="Another knew it better.", by=by)
    gone = registration(call)
    withdraw(registration=gone, by=gone.giver.person)
    with pytest.raises(IsWithdrawn):
        choose(registration=gone, outcome="member", reason="Too late.", by=by)

    assert list(Choice.objects.order_by("pk").values_list("outcome", "reason")) == [
        ("member", "Knows it."),
        ("substitute", "Next in line."),
        ("not_chosen", "Another knew it better."),
    ]
    assert made.members.sitting().get().seat == free
    assert made.members.substitutes().get().giver == other.giver


def test_the_administration_assesses_and_does_not_choose():
    made = committee(state=State.CHARTERED)
    one, wanted = registration(open_call_of(made, way=Way.COUNCIL)), seat(made)

    assess(registration=one, by=made.facilitator, seat=wanted, text="Runs a language café.")

    one.refresh_from_db()
    assert (one.suits, one.assessment) == (wanted, "Runs a language café.")
    with pytest.raises(NotYoursToKeep):
        assess(registration=one, by=PersonFactory(), seat=None, text="")


def test_a_committee_under_the_law_has_members_who_may_vote():
    made = committee(state=State.CHARTERED)
    version = charter(made, legal_form="committee_under_law")
    call, by = open_call_of(made, way=Way.COUNCIL), councillor(made.municipality)
    year = timezone.localdate().year
    grown, young, silent = (
        registration(call, birth_year=born) for born in (year - 18, year - 17, None)
    )
    for one in (grown, silent):
        choose(registration=one, outcome="member", reason="Knows it.", by=by)
    with pytest.raises(NotEligible):
        choose(registration=young, outcome="member", reason="Knows it.", by=by)
    assert choose(registration=young, outcome="not_chosen", reason="Not yet 18.", by=by)

    version.legal_form = "advisory_method"
    version.save()

    assert choose(registration=young, outcome="member", reason="Anybody can.", by=by).seat is None
