from decimal import Decimal

import pytest
from django.urls import reverse

from samskap.ledger import actions
from samskap.ledger.models import FateStatus
from samskap.testing.factories.ledger import AccountFactory, contribution
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3, 1000])
def test_my_contributions_cost_the_same_however_many(
    client, municipality, django_assert_num_queries, rows
):
    ada, account = PersonFactory(), AccountFactory(municipality=municipality)
    for _ in range(rows):
        contribution(account=account, person=ada)
    client.force_login(ada)
    client.get(reverse("ledger:mine"))

    with django_assert_num_queries(7, exact=False):
        page = client.get(reverse("ledger:mine"))

    assert len(page.context["cards"]) == min(rows, 20)


@pytest.mark.parametrize(("hours", "said"), [("1", "1 hour"), ("2.50", "2.5 hours")])
def test_my_page_says_how_long_i_worked(client, municipality, hours, said):
    ada, account = PersonFactory(), AccountFactory(municipality=municipality)
    contribution(account=account, person=ada, kind="work", is_input=False, amount=Decimal(hours))
    client.force_login(ada)

    page = client.get(reverse("ledger:mine"))

    assert page.context["cards"][0]["kind"].endswith(f" · {said}")


def test_my_page_shows_where_it_ended(client, municipality):
    ada = PersonFactory()
    given = contribution(account=AccountFactory(municipality=municipality), person=ada)
    actions.settle(contribution=given, status=FateStatus.NOT_USED, reason="No ground", by=None)
    client.force_login(ada)

    page = client.get(reverse("ledger:mine")).text

    assert "A bench" in page
    assert "No ground" in page


def test_nobody_withdraws_what_another_gave(client, municipality):
    given = contribution(account=AccountFactory(municipality=municipality))
    client.force_login(PersonFactory())

    answer = client.post(reverse("ledger:withdraw", args=[given.public_id]))

    assert answer.status_code == 409
    assert "Only whoever gave this can withdraw it." in answer.text


@pytest.mark.parametrize("kind", ["idea", "support", "decision"])
def test_what_has_its_own_page_is_not_withdrawn_behind_its_back(client, municipality, kind):
    ada, account = PersonFactory(), AccountFactory(municipality=municipality)
    given = contribution(account=account, person=ada, kind=kind)
    client.force_login(ada)

    answer = client.post(reverse("ledger:withdraw", args=[given.public_id]))

    assert answer.status_code == 409
    assert not given.fates.exists()


def test_an_hour_of_work_is_withdrawn_from_the_list(client, municipality):
    ada, account = PersonFactory(), AccountFactory(municipality=municipality)
    given = contribution(account=account, person=ada, kind="work", amount=2, is_input=False)
    client.force_login(ada)

    client.post(reverse("ledger:withdraw", args=[given.public_id]))

    assert given.fates.get().status == FateStatus.WITHDRAWN
