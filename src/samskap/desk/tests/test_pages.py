from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.ideas import actions
from samskap.people.models import Role
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def facilitator(municipality):
    return RoleFactory(municipality=municipality, role=Role.Name.FACILITATOR).person


def test_the_desk_asks_who_it_is(client, municipality):
    answer = client.get(reverse("desk:desk"))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("people:sign_in"))


def test_a_facilitator_sees_the_oldest_promise_first(client, municipality, facilitator):
    initiative = InitiativeFactory(municipality=municipality)
    idea(initiative=initiative, title="Young promise")
    idea(initiative=initiative, title="Old promise", at=timezone.now() - timedelta(days=20))
    client.force_login(facilitator)

    page = client.get(reverse("desk:desk")).text

    assert 0 < page.index("Old promise") < page.index("Young promise")


def test_what_is_answered_leaves_the_desk(client, municipality, facilitator):
    given = idea(initiative=InitiativeFactory(municipality=municipality), title="A bench")
    actions.answer(ideas=[given], status="used", by=facilitator)
    client.force_login(facilitator)

    assert "A bench" not in client.get(reverse("desk:desk")).text


def test_a_resident_has_no_pile_of_other_peoples_ideas(client, municipality):
    idea(initiative=InitiativeFactory(municipality=municipality), title="A bench")
    client.force_login(PersonFactory())

    assert "A bench" not in client.get(reverse("desk:desk")).text


@pytest.mark.parametrize("rows", [1, 3, 30])
def test_a_fuller_desk_asks_no_more_of_the_database(
    client, municipality, facilitator, django_assert_num_queries, rows
):
    initiative = InitiativeFactory(municipality=municipality)
    for _ in range(rows):
        idea(initiative=initiative)
    client.force_login(facilitator)
    client.get(reverse("desk:desk"))

    with django_assert_num_queries(20, exact=False):
        client.get(reverse("desk:desk"))
