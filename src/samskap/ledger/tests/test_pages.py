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

    with django_assert_num_queries(6, exact=False):
        page = client.get(reverse("ledger:mine"))

    assert page.text.count("A bench") == min(rows, 20)


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
