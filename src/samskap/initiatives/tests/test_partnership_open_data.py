import pytest
from django.utils import timezone

from samskap.initiatives.models import Partner
from samskap.initiatives.models.initiative import Initiative
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.partnership import (
    CommitmentFactory,
    DecisionFactory,
    PartnerFactory,
    RecommendationFactory,
    organisation_partner,
    partnership,
)

pytestmark = pytest.mark.django_db
PARTS = ("partners", "agreements", "decisions", "formal-decisions", "commitments")


def get(client, initiative: Initiative, part: str, **facts):
    return client.get(f"/api/v1/initiatives/{initiative.slug}/{part}", **facts)


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality)


def test_partners_are_named_when_they_are_organisations_only(client, initiative):
    resident = PartnerFactory(
        initiative=initiative, duties="I, Ingeborg, bake", person__given_name="Ingeborg"
    )
    association = organisation_partner(initiative, duties="Coffee")
    PartnerFactory(initiative=initiative, status=Partner.Status.OFFERED)

    answer = get(client, initiative, "partners")

    assert "Ingeborg" not in answer.text
    assert [
        (one["id"], one["organisation"], one["kind"], one["duties"])
        for one in answer.json()["items"]
    ] == [
        (resident.pk, None, "resident", ""),
        (association.pk, association.organisation.name, "association", "Coffee"),
    ]


def test_an_agreement_says_whether_it_is_in_force_and_with_whom(client, initiative):
    partnership(initiative)

    (found,) = get(client, initiative, "agreements").json()["items"]

    assert (found["is_in_force"], found["is_with_public"], found["signatures"]) == (True, True, 2)


def test_a_decision_shows_the_power_and_no_reasons_of_persons(client, initiative):
    decision = DecisionFactory(
        initiative=initiative,
        status="decided",
        mode="joint_vote",
        non_public_share="0.6667",
        decided_at=timezone.now(),
    )
    partner = PartnerFactory(initiative=initiative)
    decision.voices.create(
        municipality=initiative.municipality,
        partner=partner,
        side="non_public",
        stance="against",
        reason="My knee",
        by=partner.person,
    )

    answer = get(client, initiative, "decisions")

    assert "My knee" not in answer.text
    (found,) = answer.json()["items"]
    assert (found["mode"], found["non_public_share"]) == ("joint_vote", 0.6667)
    assert [(one["side"], one["stance"]) for one in found["voices"]] == [("non_public", "against")]


def test_recommendations_and_promises_are_public(client, initiative):
    RecommendationFactory(formal_decision__initiative=initiative, text="Open until nine")
    CommitmentFactory(partner__initiative=initiative, what="Paint")

    (formal,) = get(client, initiative, "formal-decisions").json()["items"]
    (promise,) = get(client, initiative, "commitments").json()["items"]

    assert formal["recommendations"][0]["text"] == "Open until nine"
    assert (promise["what"], promise["organisation"], promise["is_late"]) == ("Paint", None, False)


@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_found_from_another_municipality(client, initiative, part):
    far = MunicipalityFactory().host_names.get().host

    assert get(client, initiative, part).status_code == 200
    assert get(client, initiative, part, headers={"host": far}).status_code == 404


@pytest.mark.parametrize("part", PARTS)
def test_what_has_not_changed_is_not_sent_again(client, initiative, part):
    tag = get(client, initiative, part)["ETag"]

    assert get(client, initiative, part, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("rows", [1, 4])
def test_more_rows_ask_no_more_of_the_database(
    client, initiative, django_assert_max_num_queries, part, rows
):
    for _ in range(rows):
        partner = organisation_partner(initiative)
        CommitmentFactory(partner=partner)
        RecommendationFactory(formal_decision__initiative=initiative)
        decision = DecisionFactory(initiative=initiative)
        decision.voices.create(
            municipality=initiative.municipality, partner=partner, side="non_public", stance="for"
        )

    with django_assert_max_num_queries(8):
        get(client, initiative, part)
