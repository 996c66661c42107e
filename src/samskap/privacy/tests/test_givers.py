"""Somebody who gave on paper is forgotten when they ask, everywhere, by the right staff alone."""

import pytest
from django.urls import reverse

from samskap.initiatives.models import Partner
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Giver
from samskap.people.models import Role
from samskap.privacy.actions.givers import forget_giver
from samskap.privacy.errors import HasAnAccount, NoReason, NotForYou
from samskap.privacy.models import Erasure
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import contribution
from samskap.testing.factories.partnership import PartnerFactory
from samskap.testing.factories.people import person_with
from samskap.testing.house.test_forgetting import found_in_tables

pytestmark = pytest.mark.django_db

NAME, REACH = "Paperperson Olsen", "+4799887766"


@pytest.fixture
def officer(municipality):
    """Who looks after privacy here."""
    return person_with(Role.Name.DATA_PROTECTION_OFFICER, municipality)


@pytest.fixture
def giver(municipality, officer):
    """Somebody on paper who gave an idea and became a partner."""
    hand = paper_hand(by=officer, municipality=municipality, name=NAME, reach=REACH)
    initiative = InitiativeFactory(municipality=municipality)
    contribution(account=initiative.account, hand=hand, caption="A slide")
    PartnerFactory(initiative=initiative, person=None, giver=hand.giver, called=NAME)
    return hand.giver


def test_no_table_knows_the_name_afterwards_and_what_was_given_stays(giver, officer):
    assert len(found_in_tables({NAME, REACH})) >= 3

    forget_giver(giver=giver, by=officer, reason="Asked by telephone on Monday.")

    assert found_in_tables({NAME, REACH}) == {}
    assert giver.contributions.count() == 1
    assert str(Partner.objects.get(giver=giver)) == "A former partner"
    assert [(row.giver_key, row.reason, row.by) for row in Erasure.objects.all()] == [
        (giver.public_id, "Asked by telephone on Monday.", officer)
    ]


def test_pages_that_were_kept_with_the_name_are_made_anew(giver, officer):
    account = giver.contributions.get().account
    before = account.version
    forget_giver(giver=giver, by=officer, reason="Asked.")

    account.refresh_from_db()
    assert account.version > before


def test_only_with_a_reason_by_the_right_staff_and_never_an_account(giver, officer, municipality):
    leader = person_with(Role.Name.LEADER, municipality)
    own = contribution(account=giver.contributions.get().account).giver
    with pytest.raises(NotForYou):
        forget_giver(giver=giver, by=leader, reason="Asked.")
    with pytest.raises(NoReason):
        forget_giver(giver=giver, by=officer, reason=" ")
    with pytest.raises(HasAnAccount):
        forget_giver(giver=own, by=officer, reason="Asked.")
    assert Giver.objects.get(pk=giver.pk).name == NAME


def test_staff_find_and_forget_on_a_page(giver, officer, client):
    client.force_login(officer)
    listed = client.get(reverse("privacy:givers"), {"name": "paperp"})
    assert NAME in listed.content.decode()
    address = reverse("privacy:forget_giver", args=[giver.public_id])
    assert client.post(address, {"reason": ""}).status_code == 200
    assert Giver.objects.get(pk=giver.pk).name == NAME

    client.post(address, {"reason": "Came by at the counter."})

    assert client.get(address).status_code == 404
    assert NAME not in client.get(reverse("privacy:givers")).content.decode()


@pytest.mark.parametrize("givers", [1, 3, 60])
def test_the_list_costs_the_same_however_long(
    givers, officer, municipality, client, django_assert_max_num_queries
):
    for number in range(givers):
        Giver.objects.create(municipality=municipality, name=f"Name {number}")
    client.force_login(officer)
    client.get(reverse("privacy:givers"))
    with django_assert_max_num_queries(12):
        assert client.get(reverse("privacy:givers")).status_code == 200
