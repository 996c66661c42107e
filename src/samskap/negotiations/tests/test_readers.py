"""Only the party itself lets more read what it said at the table."""

import pytest
from django.urls import reverse

from samskap.ledger.models import Contribution
from samskap.negotiations.actions import agreeing, mapping, seating, talking
from samskap.negotiations.errors import NotYourSeat, NotYoursToLead, SaidBehindClosedDoors
from samskap.negotiations.models import Position
from samskap.notices.models import Notice
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.negotiations import (
    MATTER,
    edition_of,
    mediator_in,
    negotiation,
    party,
    seated,
)
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


def test_at_a_closed_table_only_the_yes_and_no_is_for_everybody_and_the_reasons_are_not(
    client, table, ada
):
    table.is_open = False
    table.save()
    group = table.parties.get(name="Neighbours")
    seated(table, "Sports club")
    edition_of(table)
    group.negotiation.refresh_from_db()
    agreeing.assent(party=group, by=ada, says="no", reason="Too many lamps.")
    reads = {}
    for who in (None, mediator_in(table.municipality), ada, table.mediator):
        if who:
            client.force_login(who)
        page = client.get(url(table)).text
        reads[who] = ("No, we do not agree</td>" in page, "Too many lamps." in page)

    assert list(reads.values()) == [(True, False), (True, False), (False, True), (False, True)]


def test_only_whoever_leads_opens_a_closed_table_and_those_at_it_are_told(
    client, place, table, ada
):
    mapping.set_up(negotiation=table, by=table.mediator, is_open=False)
    other = mediator_in(place)
    client.force_login(other)
    path = reverse("negotiations:start", args=[table.initiative.slug])
    words = {"matter": "The park", "language": "en", "review_months": 3}

    client.post(path, {**words, "is_open": "on", "mediator": table.mediator.pk})
    with pytest.raises(NotYoursToLead):
        mapping.set_up(negotiation=table, by=other, is_open=True)
    table.refresh_from_db()

    assert (table.matter, table.is_open) == ("The park", False)
    mapping.set_up(negotiation=table, by=table.mediator, is_open=True)
    table.refresh_from_db()
    assert table.is_open
    told = Notice.objects.filter(person=ada, kind="negotiations.readers").order_by("pk")
    assert [str(each.label) for each in told] == [
        f"Only those at the table read the options of “{MATTER}” from now on.",
        "Everybody may read the options of “The park” from now on.",
    ]


@pytest.mark.parametrize("spoken", ["option", "reason"])
def test_what_was_said_at_a_closed_table_is_not_opened_afterwards(table, ada, spoken):
    by = table.mediator
    mapping.set_up(negotiation=table, by=by, is_open=False)
    table.refresh_from_db()
    if spoken == "option":
        laid = talking.lay_option(negotiation=table, by=by, title="A café", language="en")
        talking.withdraw_option(option=laid, by=by)
    else:
        seated(table, "Sports club")
        edition_of(table)
        group = table.parties.get(name="Neighbours")
        agreeing.assent(party=group, by=ada, says="no", reason="Too many lamps.")

    with pytest.raises(SaidBehindClosedDoors) as refusal:
        mapping.set_up(negotiation=table, by=by, is_open=True)

    assert str(refusal.value) == (
        "What was laid and said here was for those at the table only, and stays so. Write in the"
        " joint text what everybody may know."
    )
    table.refresh_from_db()
    assert not table.is_open
