from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.base.models import Happening
from samskap.ideas import actions, queries
from samskap.ideas.errors import (
    InitiativeTakesNoMore,
    NothingChosen,
    NotYoursToAnswer,
    NotYoursToAsk,
    NotYoursToEnter,
    QuestionIsClosed,
)
from samskap.ideas.models import Idea, Support
from samskap.ledger.errors import AnswersAreOwed, NotYours, ReasonIsMissing
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Contribution, Standing
from samskap.people.actions import delete_account
from samskap.testing.factories.ideas import idea, question
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


def waiting_in(municipality):
    """What nobody has answered."""
    return Standing.objects.of(municipality).filter(answered_at=None, answer_due_on__isnull=False)


def facilitator_of(initiative):
    return RoleFactory(municipality=initiative.municipality, role="facilitator").person


def test_an_idea_is_given_written_down_and_remembered():
    given = idea(title="Evening bus", text="On Fridays")

    row = given.contribution
    assert (row.kind, row.phase, row.side, row.is_independent) == (
        "idea",
        "define",
        "non_public",
        True,
    )
    assert row.standing.path == given.get_absolute_url()
    assert Happening.objects.filter(
        what="ideas.idea_given", about=f"ideas.Idea:{given.pk}"
    ).exists()


def test_an_answer_to_a_question_is_not_of_ones_own_accord():
    asked = question()

    given = idea(initiative=asked.initiative, question=asked)

    assert given.contribution.is_independent is False


def test_a_closed_question_takes_no_answer():
    now = timezone.now()
    asked = question(opens_at=now - timedelta(days=2), closes_at=now - timedelta(days=1))

    with pytest.raises(QuestionIsClosed):
        idea(initiative=asked.initiative, question=asked)

    assert not Idea.objects.exists()


def test_questions_that_close_first_come_first_and_those_without_end_last():
    endless = question()
    now = timezone.now()
    soon, later = (
        question(initiative=endless.initiative, closes_at=now + timedelta(days=days))
        for days in (2, 9)
    )

    assert list(queries.open_questions(endless.initiative)) == [soon, later, endless]


def test_a_paused_initiative_takes_nothing_in():
    initiative = InitiativeFactory(state="paused", state_before="defining")

    with pytest.raises(InitiativeTakesNoMore) as refusal:
        idea(initiative=initiative)

    assert initiative.title in str(refusal.value)


def test_only_those_who_lead_ask_questions_to_all():
    initiative = InitiativeFactory()

    with pytest.raises(NotYoursToAsk):
        actions.ask(initiative=initiative, by=PersonFactory(), text="Why?")


def test_a_second_press_supports_no_more():
    given, bo = idea(), PersonFactory()
    hand = hand_of(bo, given.municipality)

    first, second = (actions.support(idea=given, hand=hand) for _ in range(2))

    given.refresh_from_db()
    assert first is not None
    assert second is None
    assert (given.supports, Support.objects.count()) == (1, 1)
    assert Contribution.objects.filter(kind="support").count() == 1


def test_support_can_be_taken_back_and_given_again():
    given, bo = idea(), PersonFactory()
    hand = hand_of(bo, given.municipality)
    actions.support(idea=given, hand=hand)

    actions.stop_supporting(idea=given, by=bo)
    actions.support(idea=given, hand=hand)

    given.refresh_from_db()
    assert given.supports == 1
    assert Contribution.objects.filter(kind="support").count() == 2


def test_many_are_answered_alike():
    initiative = InitiativeFactory()
    ideas = [idea(initiative=initiative) for _ in range(3)]

    actions.answer(
        ideas=ideas, status="not_used", reason="The quay is closed.", by=facilitator_of(initiative)
    )

    reasons = Standing.objects.filter(contribution__idea__in=ideas).values_list("reason", flat=True)
    assert set(reasons) == {"The quay is closed."}
    assert not waiting_in(initiative.municipality)


def test_turning_an_idea_down_without_a_reason_answers_none_of_them():
    initiative = InitiativeFactory()
    ideas = [idea(initiative=initiative) for _ in range(2)]

    with pytest.raises(ReasonIsMissing):
        actions.answer(ideas=ideas, status="not_used", by=facilitator_of(initiative))

    assert waiting_in(initiative.municipality).count() == 2


def test_a_stranger_does_not_answer():
    with pytest.raises(NotYoursToAnswer):
        actions.answer(ideas=[idea()], status="used", by=PersonFactory())


def test_an_answer_to_nothing_is_refused():
    with pytest.raises(NothingChosen):
        actions.answer(ideas=[], status="used", by=PersonFactory())


def test_a_facilitator_writes_down_what_came_on_paper():
    initiative = InitiativeFactory()
    facilitator = facilitator_of(initiative)
    hand = paper_hand(
        by=facilitator, municipality=initiative.municipality, name="Astrid", reach="12 34 56 78"
    )

    given = idea(initiative=initiative, hand=hand)

    row = given.contribution
    assert (row.channel, row.entered_on_behalf, row.side) == ("paper", True, "non_public")
    assert (row.giver.name, row.standing.entered_by) == ("Astrid", facilitator)


def test_a_resident_does_not_write_down_for_others():
    initiative = InitiativeFactory()
    hand = paper_hand(by=PersonFactory(), municipality=initiative.municipality)

    with pytest.raises(NotYoursToEnter):
        idea(initiative=initiative, hand=hand)


def test_two_sheets_with_the_same_telephone_are_one_giver():
    initiative = InitiativeFactory()
    by = facilitator_of(initiative)
    hands = [
        paper_hand(by=by, municipality=initiative.municipality, reach="12 34 56 78")
        for _ in range(2)
    ]

    assert hands[0].giver == hands[1].giver


def test_what_is_withdrawn_loses_its_words_and_keeps_its_row():
    ada = PersonFactory()
    given = idea(person=ada, title="My secret", text="About me")

    with pytest.raises(NotYours):
        actions.withdraw(idea=given, by=PersonFactory())
    actions.withdraw(idea=given, by=ada)

    given.refresh_from_db()
    assert (given.title, given.text) == ("", "")
    assert given.contribution.standing.__class__.objects.get().caption == ""
    assert Contribution.objects.count() == 1


def test_support_ends_with_the_account_and_words_stay_unnamed():
    given, ada = idea(), PersonFactory()
    actions.support(idea=given, hand=hand_of(ada, given.municipality))
    own = idea(initiative=given.initiative, person=ada, title="A boat for all")
    before = own.initiative.account.version

    delete_account(by=ada, is_sure=True)

    given.refresh_from_db()
    own = queries.idea_of(own.municipality).get(pk=own.pk)
    assert (given.supports, Support.objects.count()) == (0, 0)
    assert (own.title, own.contribution.giver.person) == ("A boat for all", None)
    assert own.initiative.account.version > before


def test_nobody_is_asked_for_more_while_answers_are_late():
    initiative = InitiativeFactory()
    late = idea(initiative=initiative, at=timezone.now() - timedelta(days=40))
    with pytest.raises(AnswersAreOwed):
        question(initiative=initiative)

    actions.answer(ideas=[late], status="not_used", reason="Too steep.", by=initiative.raised_by)

    assert question(initiative=initiative).is_hearing is False
