import json

import pytest
from django.urls import reverse

from samskap.ideas import actions as ideas
from samskap.initiatives.models.initiative import State
from samskap.insight import evidence, queries
from samskap.insight.actions import keep_placing
from samskap.insight.document import document_of
from samskap.insight.models import Placing
from samskap.kernels import ladder
from samskap.ledger.hands import hand
from samskap.testing.factories.ideas import idea, question
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


def a_lively_initiative(municipality=None):
    """Something was asked, given, supported, answered and left unanswered."""
    more = {"municipality": municipality} if municipality else {}
    initiative = InitiativeFactory(state=State.DEFINING, **more)
    facilitator = RoleFactory(municipality=initiative.municipality, role="facilitator").person
    asked = question(initiative=initiative)
    given = [
        idea(initiative=initiative, question=asked, kind="evidence"),
        idea(initiative=initiative, kind="problem_statement"),
        idea(initiative=initiative, person=facilitator, actor_kind="facilitator"),
    ]
    ideas.answer(ideas=given[:1], status="used", by=facilitator)
    return initiative


def test_anyone_can_count_the_placement_again_from_the_document():
    initiative = a_lively_initiative()

    document = json.loads("".join(document_of(initiative)))

    counted = ladder.recompute(document)
    assert counted == queries.placement_of(initiative)
    assert ladder.differences(counted, document["placement"]) == ()


def test_the_document_names_nobody():
    ada = PersonFactory(given_name="Adalmina", household="the-yellow-house")
    given = idea(person=ada, title="A bench by the fjord")

    text = "".join(document_of(given.initiative))

    for secret in (
        "Adalmina",
        ada.email,
        "the-yellow-house",
        str(given.contribution.giver.public_id),
    ):
        assert secret not in text


def test_who_lives_together_cannot_be_read_and_still_counts_as_one():
    initiative = InitiativeFactory(state=State.DEFINING)
    for _together in range(2):
        idea(initiative=initiative, person=PersonFactory(household="the-yellow-house"))
    idea(initiative=initiative, person=PersonFactory())
    mandate = MembershipFactory(organisation__municipality=initiative.municipality)
    idea(initiative=initiative, person=mandate.person)  # for themselves, and yet not independent
    own = f"organisation:{mandate.organisation.pk}"
    for _twice in range(2):
        speaking = hand(key=own, by=mandate.person, municipality=initiative.municipality)
        idea(initiative=initiative, hand=speaking)

    document = json.loads("".join(document_of(initiative)))

    told = [row["party"] for row in document["rows"]]
    labels = {label for label in told if label}
    of_organisations = [
        row["party"] for row in document["rows"] if row["actor_kind"] == "association"
    ]
    assert (len(labels), set(of_organisations)) == (1, labels)
    assert told.count(None) == len(told) - 2
    assert document["other_parties"] == evidence.tally_of(initiative).independent_parties - 1
    assert ladder.recompute(document) == queries.placement_of(initiative)


def test_the_sums_and_the_rows_say_the_same():
    initiative = a_lively_initiative()

    from_rows = ladder.recompute(json.loads("".join(document_of(initiative))))

    assert from_rows.cci == queries.placement_of(initiative).cci
    assert from_rows.terms == queries.placement_of(initiative).terms


def test_the_page_the_api_and_the_document_agree(client, municipality):
    initiative = a_lively_initiative(municipality)

    answer = client.get(f"/api/v1/insight/of/{initiative.slug}").json()
    document = json.loads(
        b"".join(client.get(reverse("insight:document", args=[initiative.slug])).streaming_content)
    )

    assert answer["placement"] == document["placement"]
    assert answer["answers"]["in_30_days"] == {"value": 0.5, "n": 2}


def test_the_clock_keeps_rung_and_curve_for_lists():
    initiative = a_lively_initiative()
    assert initiative in queries.changed_since_placed()

    keep_placing(queries.changed_since_placed().get())

    initiative.refresh_from_db()
    placing = Placing.objects.get()
    placement = queries.placement_of(initiative)
    assert placing.history[-1][1] == placement.cci
    assert initiative.rung == (placement.rung.value if placement.enough_evidence else "")
    assert not queries.changed_since_placed()
