"""What members say: once in each round, by role, and small groups hidden."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.committees.actions.effects import say_effects, weigh_answer
from samskap.committees.actions.forgetting_answer import forget_giver_after_answer
from samskap.committees.actions.meetings_held import write_down
from samskap.committees.errors.answer import (
    NotAskedNow,
    NotYoursToCount,
    NotYoursToSay,
    SaidAlready,
)
from samskap.committees.errors.committee import NoElectedBody
from samskap.committees.models import AfterAnswer, Committee, Effects, MeetingsHeld, State
from samskap.committees.queries.effects import (
    asked_of,
    means_of,
    round_now,
    weighed,
    without_account,
)
from samskap.committees.queries.meetings_held import meetings_in
from samskap.initiatives.actions.formal import lay_before
from samskap.kernels.before_after import Mean
from samskap.ledger.hands import paper_hand
from samskap.testing.factories.committees import charter, committee, member, politician
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

SIX = dict.fromkeys(Effects.QUESTIONS, 4)
THREE = dict.fromkeys(AfterAnswer.QUESTIONS, 2)


def moved(one, to):
    """A committee as if it had come further."""
    Committee.objects.filter(pk=one.pk).update(state=to)
    one.refresh_from_db()
    return one


def test_each_member_answers_once_before_and_once_after(municipality):
    one = committee(municipality=municipality, state=State.WORKING)
    ada = member(one)
    assert [row.pk for row in asked_of(ada.person, municipality)] == [ada.pk]

    say_effects(member=ada, scores=SIX, by=ada.person)

    assert asked_of(ada.person, municipality) == []
    with pytest.raises(SaidAlready):
        say_effects(member=ada, scores=SIX, by=ada.person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Effects.objects.create(
            municipality=municipality, committee=one, member=ada, round="before", role="resident",
            **SIX,
        )  # fmt: skip
    moved(one, State.ANSWERED)
    ada.refresh_from_db()
    assert [row.asks_weight for row in asked_of(ada.person, municipality)] == [True]
    say_effects(member=ada, scores=SIX, by=ada.person)
    assert list(ada.effects.order_by("pk").values_list("round", flat=True)) == ["before", "after"]


def test_questions_are_put_before_delivery_and_after_the_answer(municipality):
    one = committee(municipality=municipality, state=State.WORKING)
    ada = member(one)
    on_the_way = [state for state in State.values if state != State.MERGED]
    rounds = {state: round_now(moved(one, state)) for state in on_the_way}
    assert {state for state, round in rounds.items() if round == "before"} == {
        *("recruiting", "appointed", "working")
    }
    assert {state for state, round in rounds.items() if round == "after"} == {
        *("answered", "implementing", "closed", "evaluated")
    }

    moved(one, State.WORKING)
    lay_before(
        initiative=one.initiative, body=one.body, title="Once", recommendations=["One"],
        promised_on=timezone.localdate() + timedelta(days=9), by=one.facilitator,
    )  # fmt: skip
    with pytest.raises(NotAskedNow):  # back at work on what came back is not before
        say_effects(member=ada, scores=SIX, by=ada.person)
    with pytest.raises(NotAskedNow):
        weigh_answer(member=ada, scores=THREE, by=ada.person)


def test_nobody_answers_for_another_who_has_an_account(municipality):
    one = committee(municipality=municipality, state=State.ANSWERED)
    ada, bo = member(one), member(one)
    for by in (bo.person, one.facilitator, PersonFactory()):
        with pytest.raises(NotYoursToSay):
            weigh_answer(member=ada, scores=THREE, by=by)


def test_for_a_member_without_an_account_a_keeper_writes_it_down(municipality):
    one = committee(municipality=municipality, state=State.ANSWERED)
    by = one.facilitator
    giver = paper_hand(by=by, municipality=municipality, name="Arvid", reach="Storgata 1").giver
    arvid = member(one)
    arvid.person, arvid.giver = None, giver
    arvid.save()

    assert list(without_account(one)) == [arvid]
    said = weigh_answer(member=arvid, scores=THREE, words="Nobody called.", by=by)

    assert said.by == by
    forget_giver_after_answer(giver)
    said.refresh_from_db()
    assert (said.words, said.understood) == ("", 2)


def test_four_politicians_are_hidden_and_six_residents_with_them(municipality):
    one = committee(municipality=municipality, state=State.ANSWERED)
    for sits, how_many, score in ((politician, 4, 1), (member, 6, 5)):
        for _number in range(how_many):
            who = sits(one)
            scores = dict.fromkeys(Effects.QUESTIONS, score)
            say_effects(member=who, scores=scores, by=who.person)
    after = means_of(one)["after"]

    assert after.by_role == {"politician": Mean(None, None), "resident": Mean(None, None)}
    assert after.everybody == Mean((3.4,) * 6, 10)
    assert means_of(one)["before"].everybody == Mean(None, None)

    fifth = politician(one)
    say_effects(member=fifth, scores=dict.fromkeys(Effects.QUESTIONS, 1), by=fifth.person)
    assert means_of(one)["after"].by_role == {
        "politician": Mean((1.0,) * 6, 5),
        "resident": Mean((5.0,) * 6, 6),
    }


def test_how_members_saw_the_answer_is_shown_from_five_on(municipality):
    one = committee(municipality=municipality, state=State.ANSWERED)
    for shown in (None, None, None, None, (2.0, 2.0, 2.0)):
        who = member(one)
        weigh_answer(member=who, scores=THREE, by=who.person)
        assert weighed(one).of == shown


def test_meetings_before_and_after_the_first_charter(municipality):
    secretary = PersonFactory()
    one = committee(municipality=municipality, secretary=secretary)
    year = charter(one).adopted_on.year
    body = OrganisationFactory(municipality=municipality, kind="committee", name="Culture")
    facts = {"body": body, "source": "The minutes", "by": secretary}
    library = OrganisationFactory(municipality=municipality)
    with pytest.raises(NotYoursToCount):
        write_down(year=year, meetings=4, **facts | {"by": PersonFactory()})
    with pytest.raises(NoElectedBody):
        write_down(year=year, meetings=4, **facts | {"body": library})
    for years, meetings in ((-2, 11), (-1, 9), (0, 7), (1, 4)):
        write_down(year=year + years, meetings=meetings, **facts)

    found = meetings_in(municipality)

    assert (found.bodies, found.changed) == (["Culture"], year)
    assert (found.mean(after=False), found.mean(after=True)) == (10.0, 4.0)
    write_down(year=year, meetings=8, **facts)
    assert MeetingsHeld.objects.get(body=body, year=year).meetings == 8
    assert meetings_in(committee().municipality).years == []
