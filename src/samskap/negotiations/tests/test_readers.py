"""Only the party itself lets more read what it said at the table."""

import pytest
from django.urls import reverse

from samskap.ledger.models import Contribution
from samskap.negotiations.actions import seating, talking
from samskap.negotiations.errors import NotYourSeat
from samskap.negotiations.models import Position
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.negotiations import mediator_in, negotiation, party, seated
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return MunicipalityFactory(host="testserver", default_language="en")


@pytest.fixture
def ada():
    return PersonFactory()


@pytest.fixture
def table(place, ada):
    table = negotiation(municipality=place)
    seated(table, "Neighbours", person=ada)
    return table


def url(table):
    return reverse("negotiations:table", args=[table.initiative.slug])


def said_by(table, ada, readers, text="Not behind our houses."):
    group = table.parties.get(name="Neighbours")
    group.negotiation = table
    return talking.put_position(
        party=group, by=ada, kind="limit", text=text, language="en", readers=readers
    )


@pytest.mark.parametrize("readers", ["mediator", "parties"])
def test_whoever_leads_without_a_mediator_can_publish_nothing_of_a_party(
    client, place, table, ada, readers
):
    position = said_by(table, ada, readers)
    table.mediator = None
    table.save()
    client.force_login(mediator_in(place))

    page = client.get(url(table)).text
    answer = client.post(url(table), {"what": f"show:{position.pk}"})

    assert "Let everybody read it" not in page
    assert answer.status_code == 403
    assert Position.objects.get().readers == readers
    assert not Contribution.objects.filter(account=table.initiative.account).exists()


def test_whoever_leads_without_a_mediator_cannot_take_back_what_they_may_not_read(
    place, table, ada
):
    position = said_by(table, ada, "mediator")
    table.mediator = None
    table.save()

    with pytest.raises(NotYourSeat):
        talking.withdraw_position(position=position, by=mediator_in(place))

    talking.withdraw_position(position=position, by=ada)
    assert Position.objects.get().text == ""


def test_the_mediator_narrows_what_a_party_said_and_never_widens_it(client, table, ada):
    position = said_by(table, ada, "parties")
    client.force_login(table.mediator)
    assert "Let everybody read it" not in client.get(url(table)).text
    with pytest.raises(NotYourSeat):
        talking.open_position(position=position, by=table.mediator, readers="all")

    talking.open_position(position=position, by=table.mediator, readers="mediator")

    assert Position.objects.get().readers == "mediator"
    client.force_login(ada)
    assert "Let everybody read it" in client.get(url(table)).text
    client.post(url(table), {"what": f"show:{position.pk}"})
    assert Position.objects.get().readers == "all"


def test_the_mediator_lets_more_read_what_a_party_without_an_account_said(client, table):
    group = party(table, "The villages")
    seating.seat(party=group, by=table.mediator, called="The villages")
    group.refresh_from_db()
    by = table.mediator
    position = talking.put_position(
        party=group, by=by, kind="offer", text="A hall.", language="en", readers="parties"
    )
    client.force_login(by)

    page = client.get(url(table)).text
    client.post(url(table), {"what": f"show:{position.pk}"})

    assert "Let everybody read it" in page
    position.refresh_from_db()
    assert position.readers == "all"
