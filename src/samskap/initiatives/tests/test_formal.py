from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from samskap.base.models import Happening
from samskap.initiatives.actions.formal import answer_recommendation, lay_before, take_the_place
from samskap.initiatives.errors.formal import (
    AnsweredAlready,
    AnswerNeedsReasons,
    NotAnElectedBody,
    NothingRecommended,
    NotYoursToAnswer,
    PromiseIsTooLate,
    PromiseLiesBehind,
)
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.formal import (
    Outcome,
    formal_decisions_of,
    outcome,
    overdue,
    waiting_for,
)
from samskap.notices.models import Notice
from samskap.organisations.models import Organisation
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.partnership import FormalDecisionFactory, RecommendationFactory
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def council(municipality):
    return OrganisationFactory(municipality=municipality, kind=Organisation.Kind.COUNCIL)


def member(formal, role="politician"):
    person = person_with(role, formal.municipality)
    MembershipFactory(organisation=formal.body, person=person)
    return person


def lay(initiative, **facts):
    return lay_before(
        initiative=initiative,
        **{
            "body": council(initiative.municipality),
            "title": "The library",
            "recommendations": ["Open until nine", " ", "Let residents be hosts"],
            "promised_on": timezone.localdate() + 30 * DAY,
            "by": initiative.raised_by,
            **facts,
        },
    )


def test_recommendations_are_laid_before_the_council_and_its_people_hear_of_it():
    initiative = InitiativeFactory()
    body = council(initiative.municipality)
    told = MembershipFactory(organisation=body).person

    formal = lay(initiative, body=body)

    assert [(one.number, one.text) for one in formal.recommendations.all()] == [
        (1, "Open until nine"),
        (2, "Let residents be hosts"),
    ]
    assert Notice.objects.get(person=told).kind == "initiatives.formal_decision"
    assert outcome(initiative) == Outcome(pending=True, recommended=2, adopted=0)


def test_laying_refuses_in_order():
    initiative = InitiativeFactory()
    today = timezone.localdate()

    with pytest.raises(NotYoursToChange):
        lay(initiative, by=PersonFactory())
    with pytest.raises(NotAnElectedBody):
        lay(initiative, body=OrganisationFactory(municipality=initiative.municipality))
    with pytest.raises(NotAnElectedBody):
        lay(initiative, body=council(InitiativeFactory().municipality))
    with pytest.raises(NothingRecommended):
        lay(initiative, recommendations=[" "])
    with pytest.raises(PromiseLiesBehind):
        lay(initiative, promised_on=today - DAY)
    with pytest.raises(PromiseIsTooLate):
        lay(initiative, promised_on=today + 9 * DAY, legal_due_on=today + 8 * DAY)


def test_each_recommendation_gets_its_reasoned_answer():
    initiative = InitiativeFactory()
    formal = lay(initiative)
    first, second = formal.recommendations.all()
    by = member(formal)

    answer_recommendation(recommendation=first, answer="adopted_changed", reasons="Eight", by=by)
    assert outcome(initiative) == Outcome(pending=True, recommended=2, adopted=1)
    answer_recommendation(recommendation=second, answer="rejected", reasons="Insurance", by=by)

    formal.refresh_from_db()
    assert formal.answered_at is not None
    assert outcome(initiative) == Outcome(pending=False, recommended=2, adopted=1)
    assert list(Happening.objects.order_by("pk").values_list("what", flat=True)) == [
        "initiatives.laid_before_body",
        "initiatives.recommendation_answered",
        "initiatives.recommendation_answered",
        "initiatives.body_answered",
    ]
    assert Notice.objects.filter(person=initiative.raised_by).count() == 1


def test_what_came_back_and_was_laid_again_counts_once():
    initiative = InitiativeFactory()
    formal = lay(initiative, recommendations=["Open until nine"])
    returned = formal.recommendations.get()
    answer_recommendation(
        recommendation=returned, answer="returned", reasons="Who pays?", by=member(formal)
    )
    assert outcome(initiative) == Outcome(pending=False, recommended=1, adopted=0)

    again = lay(initiative, body=formal.body, recommendations=["Open until eight"])
    take_the_place(recommendation=again.recommendations.get(), returned=returned)

    assert outcome(Initiative.objects.get(pk=initiative.pk)) == Outcome(
        pending=True, recommended=1, adopted=0
    )


def test_the_page_counts_how_many_got_which_answer(client, municipality):
    formal = lay(InitiativeFactory(municipality=municipality))
    first, second = formal.recommendations.all()
    by = member(formal)
    answer_recommendation(recommendation=first, answer="adopted", reasons="Eight", by=by)

    html = client.get(formal.get_absolute_url()).text

    assert '<span class="fate fate--used">Adopted: 1</span>' in html
    assert '<span class="fate fate--used">Adopted</span>' in html
    assert "Rejected:" not in html
    answer_recommendation(recommendation=second, answer="rejected", reasons="Insurance", by=by)
    html = client.get(formal.get_absolute_url()).text
    assert '<span class="fate fate--no">Rejected: 1</span>' in html


def test_answering_refuses_in_order():
    recommendation = RecommendationFactory()
    formal = recommendation.formal_decision
    by = member(formal, "case_officer")
    no_member = person_with("politician", formal.municipality)
    no_role = MembershipFactory(organisation=formal.body).person

    for stranger in (no_member, no_role, PersonFactory()):
        with pytest.raises(NotYoursToAnswer):
            answer_recommendation(
                recommendation=recommendation, answer="adopted", reasons="Yes", by=stranger
            )
    with pytest.raises(AnswerNeedsReasons):
        answer_recommendation(recommendation=recommendation, answer="adopted", reasons=" ", by=by)
    answer_recommendation(recommendation=recommendation, answer="adopted", reasons="Yes", by=by)
    with pytest.raises(AnsweredAlready):
        answer_recommendation(recommendation=recommendation, answer="rejected", reasons="No", by=by)


def test_a_broken_promise_is_overdue_until_it_is_answered():
    late = FormalDecisionFactory(
        promised_on=timezone.localdate() - DAY, legal_due_on=timezone.localdate()
    )
    FormalDecisionFactory(initiative=late.initiative)
    FormalDecisionFactory(
        initiative=late.initiative,
        promised_on=timezone.localdate() - DAY,
        answered_at=timezone.now(),
    )

    assert list(overdue(late.municipality)) == [late]
    assert (late.is_overdue, late.is_past_the_law) == (True, False)


def test_an_answer_after_midnight_is_of_the_next_day(client, municipality):
    formal = FormalDecisionFactory(
        initiative=InitiativeFactory(municipality=municipality),
        body__name="The council",
        promised_on=date(2026, 6, 30),
        answered_at=datetime(2026, 6, 30, 22, 30, tzinfo=UTC),  # half past midnight in Oslo
    )

    page = client.get(formal.get_absolute_url()).text

    assert "The council answered on 1 July" in page
    assert "1 day late" in page


def test_another_municipality_sees_nothing_of_it():
    FormalDecisionFactory(promised_on=timezone.localdate() - DAY)

    assert not overdue(InitiativeFactory().municipality).exists()


def test_nothing_laid_before_anybody_has_no_outcome():
    assert outcome(InitiativeFactory()) is None


@pytest.mark.parametrize("count", [1, 4])
def test_more_recommendations_ask_no_more_of_the_database(django_assert_num_queries, count):
    initiative = InitiativeFactory()
    for _ in range(count):
        RecommendationFactory(formal_decision__initiative=initiative)

    with django_assert_num_queries(2):
        shown = [
            (formal.body.name, [one.text for one in formal.recommendations.all()])
            for formal in formal_decisions_of(initiative)
        ]
    assert len(shown) == count


def test_what_a_body_has_promised_waits_for_its_own_people():
    formal = RecommendationFactory().formal_decision

    assert list(waiting_for(member(formal), formal.municipality)) == [formal]
    assert not waiting_for(PersonFactory(), formal.municipality).exists()
