"""What happened where somebody takes part, since they were last here."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.initiatives.models import Decision, StateChange
from samskap.insight.news import taken_part_in
from samskap.notices.actions import catch_up
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.partnership import DecisionFactory, PartnerFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def step(initiative, **more):
    return StateChange.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        before="deciding",
        after="driving",
        **more,
    )


def test_one_takes_part_where_one_raised_leads_joined_or_gave(municipality):
    ada = PersonFactory()
    raised = InitiativeFactory(municipality=municipality, raised_by=ada)
    led, joined, given, _other = InitiativeFactory.create_batch(4, municipality=municipality)
    led.facilitators.add(ada)
    PartnerFactory(initiative=joined, person=ada)
    idea(initiative=given, person=ada)
    InitiativeFactory(municipality=MunicipalityFactory(), raised_by=ada)

    assert set(taken_part_in(ada, municipality)) == {raised, led, joined, given}


def test_the_page_tells_what_happened_meanwhile_and_nothing_older(client, municipality):
    ada = PersonFactory()
    mine = InitiativeFactory(municipality=municipality, raised_by=ada, title="The library")
    other = InitiativeFactory(municipality=municipality, title="The harbour")
    step(mine)
    step(other)
    old = timezone.now() - timedelta(days=30)
    step(mine, at=old, reason="Long ago")
    DecisionFactory(
        initiative=mine,
        title="Open on Sundays",
        status=Decision.Status.DECIDED,
        mode=Decision.Mode.JOINT_CONSENSUS,
        non_public_share="0.5",
        decided_at=timezone.now(),
    )
    client.force_login(ada)

    page = client.get("/notices/since/").text

    assert "The library: Running" in page
    assert "Decided: Open on Sundays" in page
    assert "The harbour" not in page
    assert "Long ago" not in page
    catch_up(by=ada, municipality=municipality)
    assert "The library: Running" not in client.get("/notices/since/").text


@pytest.mark.parametrize("rows", [1, 3, 100])
def test_the_page_costs_the_same_however_much_happened(
    client, municipality, django_assert_max_num_queries, rows
):
    ada = PersonFactory()
    mine = InitiativeFactory(municipality=municipality, raised_by=ada)
    for _ in range(rows):
        step(mine)
    client.force_login(ada)
    client.get("/notices/since/")

    with django_assert_max_num_queries(10):
        client.get("/notices/since/")
