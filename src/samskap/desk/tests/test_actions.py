"""Answering many alike, putting off, handing over, and the limits of what one person carries."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.desk import actions, queries
from samskap.desk.errors import (
    GapIsLeft,
    MayNotTakeIt,
    NotYourDesk,
    TooManyAtOnce,
    WordingIsNotEdited,
)
from samskap.desk.models import Charge, Wording
from samskap.ideas.errors import NothingChosen, NotYoursToAnswer
from samskap.ledger import actions as ledger
from samskap.ledger.errors import AnswersAreOwed
from samskap.ledger.models import Fate
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.people.models import Role
from samskap.testing.factories.desk import WordingFactory, errand
from samskap.testing.factories.ideas import idea, question
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import contribution, hand_of
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def facilitator(municipality):
    return RoleFactory(municipality=municipality, role=Role.Name.FACILITATOR).person


def chosen(municipality, *given):
    """What a page reads before it answers."""
    return queries.given(municipality, [each.pk for each in given])


def test_one_text_answers_many_and_each_may_have_a_line_of_its_own(municipality, facilitator):
    one, two = errand(municipality=municipality), errand(municipality=municipality)

    actions.answer_alike(
        given=chosen(municipality, one, two),
        status="used",
        text="It is in the plan for spring.",
        lines={one.pk: "Your drawing shows where."},
        by=facilitator,
    )

    reasons = dict(Fate.objects.values_list("contribution", "reason"))
    assert reasons == {
        one.pk: "Your drawing shows where.\n\nIt is in the plan for spring.",
        two.pk: "It is in the plan for spring.",
    }
    assert Notice.objects.get(person=one.giver.person).text == reasons[one.pk]
    assert not queries.errands(municipality)


def test_all_are_answered_or_none(municipality, facilitator):
    mine = errand(municipality=municipality)
    leader = mine.account.initiative.raised_by
    theirs = errand(municipality=municipality)

    with pytest.raises(NotYoursToAnswer):
        actions.answer_alike(
            given=chosen(municipality, mine, theirs), status="used", text="Yes.", by=leader
        )

    assert not Fate.objects.exists()
    with pytest.raises(NothingChosen):
        actions.answer_alike(given=[], status="used", text="Yes.", by=facilitator)


def test_no_more_is_chosen_than_can_be_read(municipality, facilitator):
    one = chosen(municipality, errand(municipality=municipality))

    with pytest.raises(TooManyAtOnce):
        actions.answer_alike(given=one * 51, status="used", text="Yes.", by=facilitator)


def test_a_prepared_answer_is_made_ones_own_before_it_is_sent(municipality, facilitator):
    given = chosen(municipality, errand(municipality=municipality))
    WordingFactory(municipality=municipality, text="Thank you.\nWe use it in [the plan].")
    WordingFactory(municipality=municipality, text="Thank you. We have read it.")
    WordingFactory(municipality=MunicipalityFactory(), text="Elsewhere.")

    with pytest.raises(GapIsLeft) as refusal:
        actions.answer_alike(
            given=given, status="used", text="Thank you.\nWe use it in [the plan].", by=facilitator
        )
    assert "“[the plan]”" in str(refusal.value)
    with pytest.raises(WordingIsNotEdited):
        actions.answer_alike(
            given=given, status="read", text="Thank you.\n We have  read it.", by=facilitator
        )
    assert not Fate.objects.exists()

    actions.answer_alike(given=given, status="used", text="Elsewhere.", by=facilitator)
    assert Fate.objects.count() == 1


def test_what_is_put_off_with_a_reason_is_no_debt_any_more(municipality, facilitator):
    late = errand(municipality=municipality, days_late=5)
    initiative = late.account.initiative
    with pytest.raises(AnswersAreOwed):
        question(initiative=initiative)

    actions.put_off(
        given=chosen(municipality, late),
        until=timezone.localdate() + timedelta(days=14),
        reason="The council meets on the 12th.",
        by=facilitator,
    )

    question(initiative=initiative)
    assert queries.debts(municipality) == []


def test_whoever_is_handed_something_is_told_and_has_it_among_theirs(municipality, facilitator):
    other = RoleFactory(municipality=municipality, role=Role.Name.CASE_OFFICER).person
    given = errand(municipality=municipality)

    actions.hand_over(
        given=chosen(municipality, given), to=other, note="You know the harbour.", by=facilitator
    )

    assert [each.pk for each in queries.shown(municipality, other, "mine")] == [given.pk]
    assert not queries.shown(municipality, facilitator, "mine")
    notice = Notice.objects.get(person=other)
    assert notice.label == f"{facilitator.shown_name} hands 1 answer over to you."
    assert notice.text == "You know the harbour."


def test_nothing_is_handed_to_somebody_who_may_not_answer(municipality, facilitator):
    given = chosen(municipality, errand(municipality=municipality))

    with pytest.raises(MayNotTakeIt):
        actions.hand_over(given=given, to=PersonFactory(), by=facilitator)

    assert not Charge.objects.exists()


def test_nobodys_errands_in_what_i_lead_are_mine(municipality, facilitator):
    initiative = InitiativeFactory(municipality=municipality)
    initiative.facilitators.add(facilitator)
    led = errand(municipality=municipality, initiative=initiative)
    other = errand(municipality=municipality)

    assert [each.pk for each in queries.shown(municipality, facilitator, "mine")] == [led.pk]
    assert [each.pk for each in queries.shown(municipality, facilitator, "nobodys")] == [other.pk]


def test_the_municipality_owes_itself_no_answer(municipality, facilitator):
    initiative = InitiativeFactory(municipality=municipality)
    contribution(account=initiative.account, hand=hand_of(facilitator, municipality, "employee"))
    idea(initiative=initiative, person=facilitator, actor_kind="facilitator")

    assert not queries.errands(municipality)


def test_the_workload_counts_answers_and_hours_beside_the_limit(municipality, facilitator):
    administrator = RoleFactory(municipality=municipality, role=Role.Name.ADMINISTRATOR).person
    initiative = InitiativeFactory(municipality=municipality)
    initiative.facilitators.add(facilitator)
    errand(municipality=municipality, initiative=initiative)
    errand(municipality=municipality, initiative=initiative, days_late=2)
    hand = hand_of(facilitator, municipality, "facilitator")
    for days, hours in ((1, 5), (3, 4), (9, 20), (2, 30)):
        at = timezone.now() - timedelta(days=days)
        given = ledger.give(
            account=initiative.account, hand=hand, phase="define", kind="work", amount=hours, at=at
        )
    ledger.settle(contribution=given, status="withdrawn", by=facilitator, reason="Another’s.")

    load = queries.workload_of(facilitator, municipality)

    assert (load.promises, load.late, load.hours, load.is_too_much) == (2, 1, 9, False)
    actions.set_limit(municipality=municipality, promises=1, hours=38, by=administrator)
    assert queries.workload_of(facilitator, municipality).is_too_much


def test_whoever_carries_too_much_is_told_once_a_week_and_nobody_else(municipality, facilitator):
    administrator = RoleFactory(municipality=municipality, role=Role.Name.ADMINISTRATOR).person
    initiative = InitiativeFactory(municipality=municipality)
    initiative.facilitators.add(facilitator)
    errand(municipality=municipality, initiative=initiative)
    errand(municipality=municipality, initiative=initiative, days_late=2)
    actions.set_limit(municipality=municipality, promises=1, hours=38, by=administrator)

    assert actions.warn_who_carries_too_much(municipality) == 1
    assert actions.warn_who_carries_too_much(municipality) == 0

    notice = Notice.objects.get(kind="desk.too_much")
    assert notice.person == facilitator
    assert "2 open promises, 1 of them late" in notice.text
    Notice.objects.update(at=timezone.now() - timedelta(days=8))
    assert actions.warn_who_carries_too_much(municipality) == 1


def test_only_an_administrator_sets_the_limit(municipality, facilitator):
    with pytest.raises(NotYourDesk):
        actions.set_limit(municipality=municipality, promises=5, hours=5, by=facilitator)


def test_a_resident_prepares_no_answers(municipality):
    with pytest.raises(NotYourDesk):
        actions.keep_wording(
            municipality=municipality,
            title="No",
            status="",
            text="No.",
            language="en",
            by=PersonFactory(),
        )
    assert not Wording.objects.exists()


def test_errands_of_somebody_who_leaves_are_nobodys_again(municipality, facilitator):
    other = RoleFactory(municipality=municipality, role=Role.Name.CASE_OFFICER).person
    given = errand(municipality=municipality)
    actions.hand_over(given=chosen(municipality, given), to=other, by=facilitator)

    delete_account(by=other, is_sure=True)

    assert not Charge.objects.exists()
    assert queries.errands(municipality).count() == 1


def test_what_was_only_read_stays_with_whoever_has_it_and_what_is_answered_does_not(
    municipality, facilitator
):
    given = chosen(municipality, errand(municipality=municipality))
    actions.hand_over(given=given, to=facilitator, by=facilitator)

    actions.answer_alike(given=given, status="read", text="We come back.", by=facilitator)
    assert queries.shown(municipality, facilitator, "mine").count() == 1

    actions.answer_alike(given=given, status="used", text="In spring.", by=facilitator)
    assert not Charge.objects.exists()
