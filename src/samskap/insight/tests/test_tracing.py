"""What became of it: one contribution step by step, and an initiative as a flow."""

import csv
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.deliberation.actions.stating import state
from samskap.deliberation.actions.voting import vote
from samskap.deliberation.knowing import Voter
from samskap.hearings.actions.stating import withhold
from samskap.ideas import actions as ideas
from samskap.initiatives.models import Decision, StateChange
from samskap.insight import flow_cards, tracing
from samskap.insight.trace_views import trace_path
from samskap.ledger import actions as ledger
from samskap.ledger.models import Contribution
from samskap.people.models import Person
from samskap.testing.factories import deliberation as deliberations
from samskap.testing.factories import hearings
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import contribution, hand_of
from samskap.testing.factories.meetings import event
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.partnership import DecisionFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality, slug="the-library", title="The library")


def adopted(given, decision):
    """Let a decision take a contribution in."""
    return ledger.adopt(
        contribution=given,
        phase="design",
        decision_key=f"initiatives.Decision:{decision.pk}",
        by=None,
    )


def followed(given):
    """The way of a contribution, read anew."""
    return tracing.trace_of(tracing.contributions_of(given.municipality).get(pk=given.pk))


def decision_of(initiative, **more):
    plain = {
        "title": "Open on Sundays",
        "status": Decision.Status.DECIDED,
        "mode": Decision.Mode.JOINT_CONSENSUS,
        "non_public_share": "0.5",
        "decided_at": timezone.now(),
    }
    return DecisionFactory(initiative=initiative, **plain | more)


def begins(initiative, state="driving"):
    """Let an initiative run from now on."""
    initiative.state = state
    initiative.save(update_fields=["state"])
    return StateChange.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        before="deciding",
        after=state,
        reason="The doors open on Sunday.",
    )


def test_the_chain_is_whole_from_the_hand_that_gave_it_to_what_runs(initiative):
    given = idea(initiative=initiative, title="Sundays").contribution
    adopted(given, decision_of(initiative))
    begins(initiative)

    trace = followed(given)

    assert trace.is_whole
    assert [stage["state"] for stage in flow_cards.stages_of(trace)] == ["done"] * 5
    assert [event["title"] for event in flow_cards.events_of(trace)] == [
        "Given",
        "Taken into a decision: Open on Sundays",
        "Used",
        "It runs",
    ]


def test_what_ran_before_it_was_decided_is_no_change_of_it(initiative):
    change = begins(initiative)
    StateChange.objects.filter(pk=change.pk).update(at=timezone.now() - timedelta(days=9))
    given = idea(initiative=initiative).contribution
    adopted(given, decision_of(initiative))

    trace = followed(given)

    assert trace.is_used
    assert not trace.is_whole
    assert [stage["state"] for stage in flow_cards.stages_of(trace)][-1] == "now"


def test_what_was_not_used_tells_its_reason_and_goes_no_further(initiative):
    given = idea(initiative=initiative)
    ideas.answer(ideas=[given], status="not_used", reason="Too dear.", by=initiative.raised_by)

    trace = followed(given.contribution)

    assert flow_cards.events_of(trace)[-1]["text"] == "Too dear."
    assert [stage["state"] for stage in flow_cards.stages_of(trace)] == [
        "done",
        "done",
        "now",
        "next",
        "next",
    ]


def flow_of(initiative):
    initiative.refresh_from_db()
    initiative.account.refresh_from_db()
    return tracing.flow_of(initiative)


def test_the_flow_counts_every_way_that_inputs_go(initiative):
    many = [idea(initiative=initiative) for _ in range(6)]
    idea(initiative=initiative, actor_kind="association")
    idea(initiative=initiative, actor_kind="employee")  # the municipality owes itself no answer
    contribution(account=initiative.account, kind="work", amount=3, is_input=False)
    by = initiative.raised_by
    adopted(many[0].contribution, decision_of(initiative))
    adopted(many[0].contribution, decision_of(initiative, title="Once more"))
    ideas.answer(ideas=[many[1]], status="used", by=by)
    ideas.answer(ideas=[many[2]], status="not_used", reason="Too dear.", by=by)
    ideas.answer(ideas=[many[3]], status="read", by=by)
    ideas.withdraw(idea=many[4], by=many[4].contribution.giver.person)

    flow = flow_of(initiative)

    assert flow == tracing.Flow(
        sides={"resident": 6, "association": 1},
        inputs=7,
        answered=3,
        waiting=3,
        withdrawn=1,
        used=2,
        decided=1,
        state=initiative.state,
    )
    chart = flow_cards.flow_chart(initiative, flow)
    assert ("in", "waiting", 3) in chart["links"]
    assert chart["sentence"] == (
        "Of 7 contributions, 3 are answered, 2 used, 1 decided and 0 carried out."
    )


def test_what_is_decided_is_carried_out_when_the_initiative_is(initiative):
    given = idea(initiative=initiative).contribution
    adopted(given, decision_of(initiative))
    assert not flow_of(initiative).is_carried_out

    begins(initiative, "implementing")

    flow = flow_of(initiative)
    assert flow.is_carried_out
    assert ("decided", "carried", 1) in flow_cards.flow_chart(initiative, flow)["links"]


def test_the_picture_has_a_table_and_a_file_that_say_the_same(client, initiative):
    idea(initiative=initiative)

    page = client.get("/insight/the-library/flow/")
    file = client.get("/insight/the-library/flow.csv")

    assert "The same as a table" in page.text
    rows = list(csv.reader(file.text.splitlines()))
    assert ["given → waiting", "1"] in rows
    assert file.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_an_initiative_without_input_says_so(client, initiative):
    assert "Nobody has given anything yet" in client.get("/insight/the-library/flow/").text


@pytest.mark.parametrize("rows", [1, 3, 100])
def test_the_flow_costs_the_same_however_much_was_given(
    initiative, django_assert_num_queries, rows
):
    for _ in range(rows):
        idea(initiative=initiative)
    found = type(initiative).objects.select_related("account").get(pk=initiative.pk)

    with django_assert_num_queries(4):
        tracing.flow_of(found)


def test_anybody_follows_a_contribution_and_nobody_one_from_elsewhere(client, initiative):
    given = idea(initiative=initiative, title="Sundays").contribution
    elsewhere = idea(initiative=InitiativeFactory(municipality=MunicipalityFactory()))

    page = client.get(f"/insight/given/{given.public_id}/")

    assert page.status_code == 200
    assert "Sundays" in page.text
    other = elsewhere.contribution.public_id
    assert client.get(f"/insight/given/{other}/").status_code == 404


def test_the_giver_sees_in_figures_what_became_of_everything(client, municipality, initiative):
    ada = PersonFactory()
    one, _two = (idea(initiative=initiative, person=ada, title=title) for title in ("One", "Two"))
    hand = hand_of(ada, municipality)
    ledger.give(account=initiative.account, hand=hand, phase="define", kind="work", amount=2)
    adopted(one.contribution, decision_of(initiative))
    client.force_login(ada)

    page = client.get("/ledger/mine/")

    assert [each["value"] for each in page.context["numbers"]] == [3, 1, 1, 1]
    assert f"/insight/given/{one.contribution.public_id}/" in page.text


def test_an_event_that_grew_out_of_it_stands_on_the_page_with_what_it_changed(client, initiative):
    given = contribution(account=initiative.account, caption="A night for the young")
    night = event(initiative=initiative, title="Gaming night", grown_from=given)
    night.changed = "The young have a night of their own."
    night.save()

    page = client.get(trace_path(given)).text

    assert "An event grew out of it: Gaming night" in page
    assert "The young have a night of their own." in page


def traced(client, contribution):
    """What the page says of what became of something."""
    answer = client.get(reverse("insight:trace", args=[contribution.public_id]))
    assert answer.status_code == 200
    return answer.text


def test_nobody_is_told_who_gave_what_a_law_withholds_or_what_was_put_to_the_vote(
    client, municipality
):
    ada = PersonFactory(given_name="Adalmina", family_name="Lie", shown_as=Person.ShownAs.NAME)
    heard = hearings.opened(initiative=InitiativeFactory(municipality=municipality))
    said = hearings.stated(heard, by=ada)
    steward = hearings.steward_of(municipality)
    assert "Adalmina" in traced(client, said.contribution)

    withhold(statement=said, basis="offentleglova § 13", by=steward)
    assert "Adalmina" not in traced(client, said.contribution)
    withhold(statement=said, basis="", by=steward)
    assert "Adalmina" in traced(client, said.contribution)

    asked = deliberations.deliberation(initiative=heard.initiative)
    stated = state(
        deliberation=asked, text="Light the path", language="en", voter=Voter(person=ada)
    )
    vote(deliberation=asked, statement=stated, value=1, voter=Voter(person=ada))
    for given in (stated.contribution, Contribution.objects.get(kind="vote")):
        assert "Adalmina" not in traced(client, given)
