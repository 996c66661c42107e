"""Items of a plan: where they came from, how they are decided, what is in force, who hears it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.drafting import actions
from samskap.drafting.actions.items import change_item, make_item
from samskap.drafting.actions.reporting import report
from samskap.drafting.actions.sources import leave_out, put_in_item
from samskap.drafting.errors import (
    AnswerItOnItsPage,
    DayLiesAhead,
    NotYoursToReport,
    SayWhyChanged,
    WaitsForTheBody,
)
from samskap.drafting.models import Item, ItemStep
from samskap.drafting.queries.items import (
    answered_of,
    items_of,
    money_of,
    sources_shown,
    sums_of_plan,
)
from samskap.drafting.queries.trace import items_from
from samskap.initiatives.models import Recommendation
from samskap.ledger.errors import ReasonIsMissing
from samskap.ledger.models import Adoption, Fate
from samskap.notices.models import Notice
from samskap.testing.factories.drafting import change, document, writer_of
from samskap.testing.factories.drafting_items import (
    answered,
    carrier_of,
    given,
    item,
    laid,
    money,
)
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
State = Item.State


@pytest.fixture
def plan():
    """A text that becomes a plan."""
    return document()


def told(person):
    """What somebody heard, in order."""
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_what_caused_a_paragraph_is_where_its_item_came_from_and_its_giver_hears_it(plan):
    proposal = given(plan)

    made = item(plan, causes=(proposal,))
    again = make_item(paragraph=made.paragraph, title="Twice", by=carrier_of(plan))

    proposal.standing.refresh_from_db()
    assert again == made
    assert [source.contribution for source in made.sources.all()] == [proposal]
    assert proposal.standing.status == "used"
    assert proposal.standing.reason == (
        "It is in item 1 of “A plan for the buses”: Bus 42 also in the evening."
    )
    assert told(proposal.giver.person) == ["ledger.used"]


def test_every_contribution_is_answered_in_an_item_in_part_or_not_and_why(plan):
    made, proposals = item(plan), [given(plan) for _each in range(3)]
    carrier = carrier_of(plan)
    assert answered_of(plan) == (0, 3)

    put_in_item(item=made, contributions=proposals[:1], by=carrier)
    put_in_item(item=made, contributions=proposals[1:2], by=carrier, is_whole=False)
    with pytest.raises(ReasonIsMissing):
        leave_out(document=plan, contributions=proposals[2:], by=carrier, reason=" ")
    leave_out(document=plan, contributions=proposals[2:], by=carrier, reason="No road there.")

    for each in proposals:
        each.standing.refresh_from_db()
    assert [each.standing.status for each in proposals] == ["used", "partly_used", "not_used"]
    assert answered_of(plan) == (3, 3)


def test_what_was_put_into_an_item_by_mistake_comes_out_until_a_body_has_it(plan):
    proposal = given(plan)
    made, carrier = item(plan, causes=(proposal,)), carrier_of(plan)

    leave_out(document=plan, contributions=[proposal], by=carrier, reason="It was another bus.")
    assert not made.sources.exists()

    put_in_item(item=made, contributions=[proposal], by=carrier)
    laid(plan)
    with pytest.raises(WaitsForTheBody):
        leave_out(document=plan, contributions=[proposal], by=carrier, reason="No.")


@pytest.mark.parametrize(
    ("answer", "state", "fate"),
    [
        ("adopted", State.DECIDED, "used"),
        ("adopted_changed", State.DECIDED, "partly_used"),
        ("rejected", State.DROPPED, "not_used"),
        ("returned", State.PLANNED, "used"),
    ],
)
def test_the_answer_of_the_elected_body_moves_the_item_and_reaches_every_giver(
    plan, answer, state, fate
):
    proposal = given(plan)
    made = item(plan, causes=(proposal,))
    politician = laid(plan)
    with pytest.raises(WaitsForTheBody):
        report(item=made, what="under_way", says="We begin.", by=carrier_of(plan))

    answered(made, politician, answer)

    proposal.standing.refresh_from_db()
    assert (made.state, proposal.standing.status) == (state, fate)
    assert len(told(proposal.giver.person)) == 3  # put into an item, laid, answered
    assert Adoption.objects.filter(contribution=proposal).count() == (state == State.DECIDED)


def test_what_is_rejected_in_one_item_is_still_used_in_part_where_another_goes_on(plan):
    proposal = given(plan)
    first, second = item(plan, causes=(proposal,)), item(plan, causes=(proposal,))
    politician = laid(plan)

    answered(second, politician, "adopted")
    answered(first, politician, "rejected")

    proposal.standing.refresh_from_db()
    assert proposal.standing.status == "partly_used"


def test_what_came_back_is_laid_again_in_its_own_place(plan):
    made = item(plan)
    answered(made, laid(plan), "returned")
    returned = Recommendation.objects.get()

    laid(plan)

    made.refresh_from_db()
    assert made.recommendation.instead_of == returned


def test_the_responsible_says_what_is_in_force_and_every_giver_hears_of_it_once(plan):
    giver = PersonFactory()
    proposals = (given(plan, giver), given(plan, giver))
    operator = OrganisationFactory(municipality=plan.municipality)
    speaker = PersonFactory()
    MembershipFactory(organisation=operator, person=speaker, may_speak=True)
    made = item(plan, causes=proposals, responsible=operator)
    answered(made, laid(plan))
    heard = len(told(giver))
    today = timezone.localdate()
    timetable = {"says": "The timetable of bus 42 holds.", "link": "https://example.org/42"}

    with pytest.raises(NotYoursToReport):
        report(item=made, what="in_force", by=PersonFactory(), **timetable)
    with pytest.raises(DayLiesAhead):
        report(item=made, what="in_force", by=speaker, on=today + timedelta(days=1), **timetable)
    made = report(item=made, what="in_force", by=speaker, **timetable)

    step = made.steps.get(what=ItemStep.What.IN_FORCE)
    assert (made.state, made.in_force_on, made.was_in_time) == (State.IN_FORCE, today, True)
    assert (step.link, step.on) == ("https://example.org/42", today)
    assert told(giver)[heard:] == ["drafting.item"]


def test_half_a_year_after_the_answer_somebody_says_how_it_goes(plan):
    made = item(plan, due_on=timezone.localdate() - timedelta(days=1))
    answered(made, laid(plan))
    assert made.is_late
    first = made.follow_up_on
    assert timedelta(days=180) < first - timezone.localdate() < timedelta(days=186)

    made = report(item=made, what="followed_up", says="The drivers are hired.", by=carrier_of(plan))
    assert made.follow_up_on >= first
    made = report(item=made, what="in_force", says="It runs.", by=carrier_of(plan))
    assert made.was_late
    made = report(item=made, what="followed_up", says="Sixty ride it.", by=carrier_of(plan))
    assert made.follow_up_on is None


def test_what_was_decided_is_changed_with_a_reason_that_stays_on_record(plan):
    made, carrier = item(plan), carrier_of(plan)
    answered(made, laid(plan))
    facts = {"title": made.title, "cost_kroner": 900_000, "by": carrier}

    with pytest.raises(SayWhyChanged):
        change_item(item=made, **facts)
    change_item(item=made, why="The second bid was lower.", **facts)

    said = made.steps.get(what="changed").says
    assert said.startswith("The second bid was lower.\n1,200,000 kr → 900,000 kr")


def test_costs_stand_beside_the_money_there_is_and_dropped_items_cost_nothing(plan):
    item(plan)
    item(plan, cost_kroner=None)
    dropped = item(plan, cost_kroner=5_000_000)
    report(item=dropped, what="dropped", says="Too dear.", by=carrier_of(plan))
    money(plan, 1_000_000)

    sums = sums_of_plan(list(items_of(plan)), money_of(plan))

    assert (sums.cost, sums.money, sums.left, sums.unknown) == (1_200_000, 1_000_000, -200_000, 1)


def test_until_the_body_answers_nobody_changes_the_words_that_it_was_given(plan):
    made = item(plan)
    text, hand = made.paragraph, writer_of(plan)
    proposed = change(text)
    anew = {"text": "Bus 42 until ten.", "why": "Later.", "base_version": 1}
    politician = laid(plan)

    with pytest.raises(WaitsForTheBody):
        actions.write(paragraph=text, hand=hand, **anew)
    with pytest.raises(WaitsForTheBody):
        actions.remove_paragraph(paragraph=text, hand=hand, why="Too dear.", base_version=1)
    with pytest.raises(WaitsForTheBody):
        actions.decide_change(change=proposed, by=hand.by, state="accepted")
    proposed.refresh_from_db()
    assert (text.wordings.count(), proposed.state) == (1, "open")

    answered(made, politician)
    assert actions.write(paragraph=text, hand=hand, **anew).version == 2


def test_what_is_taken_into_the_words_of_an_item_is_where_it_came_from_and_hears_on(plan):
    made, resident, asked = item(plan), PersonFactory(), given(plan)
    proposed = change(made.paragraph, resident)
    hand = writer_of(plan)

    actions.decide_change(change=proposed, by=hand.by, state="accepted")
    actions.write(
        paragraph=made.paragraph, hand=hand, text="Bus 42.", why="Asked.", base_version=2,
        causes=[asked],
    )  # fmt: skip

    shown = [source.contribution for source in sources_shown(made)]
    assert set(shown) == {proposed.contribution, asked}
    assert items_from(proposed.contribution) == [made]
    assert proposed.contribution.fates.filter(status="used").count() == 1
    put_in_item(item=made, contributions=[asked], by=carrier_of(plan))  # it had no answer yet
    answered(made, laid(plan))
    assert told(resident) == ["ledger.used", "drafting.item", "ledger.used"]
    assert answered_of(plan) == (2, 2)
    assert made.sources.count() == 2


def test_a_proposed_change_is_answered_by_those_who_decide_and_not_past_them(client, plan):
    made, own = item(plan), carrier_of(plan)
    open_one = change(made.paragraph)
    given_one = open_one.contribution
    client.force_login(own)
    page = client.get(f"/drafting/plan/{plan.pk}/answers/")

    with pytest.raises(AnswerItOnItsPage):
        put_in_item(item=made, contributions=[given_one], by=own)
    with pytest.raises(AnswerItOnItsPage):
        leave_out(document=plan, contributions=[given_one], by=own, reason="No.")

    assert open_one.get_absolute_url() in page.text
    assert f'value="{given_one.public_id}"' not in page.text
    assert Fate.objects.filter(contribution=given_one).count() == 0
    actions.decide_change(change=open_one, by=writer_of(plan).by, state="accepted")
    leave_out(document=plan, contributions=[given_one], by=own, reason="Too dear.")
    leave_out(document=plan, contributions=[given_one], by=own, reason="Too dear.")
    assert Fate.objects.filter(contribution=given_one).count() == 2  # pressed twice
