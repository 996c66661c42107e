"""Numbers without an end are answered, and make no fault."""

import pytest
from django.urls import reverse

from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.partnership import AgreementFactory
from samskap.testing.factories.people import person_with

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("odd", ["9" * 30, "9" * 5000, "٣", "-1", "\x00"], ids=range(5))
def test_an_odd_number_is_no_fault(client, municipality, odd):
    initiative = InitiativeFactory(municipality=municipality)
    AgreementFactory(initiative=initiative)
    client.force_login(person_with("facilitator", municipality))
    slug = [initiative.slug]

    statuses = {
        client.post(
            reverse(route, args=args), {"partner": odd, "proposals": odd, "given": odd}
        ).status_code
        for route, args in (
            ("initiatives:sign_agreement", [*slug, 1]),
            ("initiatives:open_decision", slug),
            ("desk:answer", []),
        )
    }

    assert max(statuses) < 500
