"""Whoever has a stake and no organisation puts themselves on the map; the mediator says yes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskap.base.models import Happening
from samskap.negotiations.actions import asking, mapping, seating
from samskap.negotiations.errors import (
    HasAPlace,
    NotYoursToLead,
    PlaceIsAnswered,
    PseudonymIsANameOfSomebody,
    WaitsForAYes,
)
from samskap.negotiations.models import Behind, Party, Position
from samskap.negotiations.queries.mapping import map_of
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.people.models import Person
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.negotiations import negotiation, party, seated
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

NEED = "To walk home at night without fear."


@pytest.fixture
def table():
    return negotiation(municipality=MunicipalityFactory(host="testserver", default_language="en"))


@pytest.fixture
def ada():
    return PersonFactory(
        given_name="Zebulon", family_name="Quistgaard", shown_as=Person.ShownAs.NAME
    )


def ask(table, person, name="Neighbour of the park", **more):
    """Ask for a place on the map."""
    plain = {"need": NEED, "language": "en", "marks": {"is_touched": True, "knows": True}}
    return asking.ask_for_place(negotiation=table, by=person, name=name, **plain | more)


def at(route, *keys):
    return reverse(f"negotiations:{route}", args=keys)


def test_whoever_asks_waits_for_a_yes_and_then_stands_on_the_map_with_what_they_need(
    client, table, ada
):
    here, slug = at("map", table.initiative.slug), table.initiative.slug
    bo = PersonFactory()
    seated(table, "Sports club", person=bo)
    client.force_login(ada)
    said = {"name": "Neighbour of the park", "need": NEED, "marks": ["is_touched", "knows"]}

    client.post(at("add", slug), {**said, "readers": "parties", "language": "en"})
    made = Party.objects.get(name="Neighbour of the park")
    assert "You ask for a place, and the mediator answers" in client.get(here).text
    client.logout()
    assert "Neighbour of the park" not in client.get(here).text
    assert "Neighbour of the park" not in client.get(reverse("api:list_parties")).text
    assert made not in map_of(table).parties
    client.force_login(bo)
    assert client.get(at("party", made.pk)).status_code == 404
    client.force_login(table.mediator)
    assert "Say yes or no to a place on the map" in client.get(reverse("desk:desk")).text
    assert NEED in client.get(at("party", made.pk)).text
    client.post(at("party", made.pk), {"answer": "map", "why": ""})

    assert [made] == [each for each in map_of(table).active if each.joined_on is None]
    assert NEED in client.get(here).text
    client.force_login(bo)
    assert NEED in client.get(here).text
    client.logout()
    shown = client.get(here).text
    assert "Neighbour of the park" in shown
    assert NEED not in shown

    client.force_login(table.mediator)
    client.post(at("party", made.pk), {"what": "seat_them"})
    made.refresh_from_db()
    assert made.is_seated
    told = Notice.objects.filter(person=ada).order_by("pk").values_list("kind", flat=True)
    assert [*told] == ["negotiations.place_given", "negotiations.seated"]


def test_a_no_says_why_and_leaves_nothing_on_the_map(table, ada):
    made = ask(table, ada)
    with pytest.raises(NotYoursToLead):
        asking.answer_place(party=made, by=ada, says="seat")
    with pytest.raises(WaitsForAYes):
        mapping.invite(party=made, by=table.mediator, how="by letter")
    with pytest.raises(WaitsForAYes):
        seating.seat(party=made, by=table.mediator, called="Ada")
    with pytest.raises(HasAPlace):
        ask(table, ada, "Somebody else")

    asking.answer_place(
        party=made, by=table.mediator, says="no", reason="Come with the neighbours."
    )

    assert not table.parties.exists()
    assert str(Notice.objects.get(person=ada).text) == "Come with the neighbours."
    again = ask(table, ada)
    asking.answer_place(party=again, by=table.mediator, says="map")
    with pytest.raises(PlaceIsAnswered):
        asking.answer_place(party=again, by=table.mediator, says="no", reason="Too late.")
    asking.take_back(negotiation=table, by=ada)
    assert not Position.objects.exists()


def test_under_a_pseudonym_the_mediator_alone_reads_who_asks(client, table, ada):
    with pytest.raises(PseudonymIsANameOfSomebody):
        ask(table, ada, "Zebulon of the park", is_hidden=True)
    made = ask(table, ada, "Seagull", is_hidden=True, reach="By the bench")
    client.force_login(table.mediator)
    page = client.get(at("party", made.pk)).text
    asking.answer_place(party=made, by=table.mediator, says="map")
    kept = client.get(at("party", made.pk)).text
    client.force_login(PersonFactory())
    shown = client.get(at("map", table.initiative.slug)).text

    assert "Seagull" in page
    assert "Seagull" in shown
    for text in (page, kept, shown, str([*Notice.objects.values_list("label", "text")])):
        assert "Zebulon" not in text
        assert "Quistgaard" not in text
    assert Behind.objects.get().name == "Zebulon Quistgaard"
    about = Happening.objects.filter(what__startswith="negotiations.place")
    assert about.count() == 2
    assert not about.filter(by=ada.pseudonym_key).exists()


@pytest.mark.parametrize("says", ["", "map", "seat"])
def test_with_the_account_the_name_goes_from_the_map(table, ada, says):
    made = ask(table, ada, "Zebulon Quistgaard")
    if says:
        asking.answer_place(party=made, by=table.mediator, says=says)

    delete_account(by=ada, is_sure=True)

    left = [each.name for each in Party.objects.all()]
    assert left == ([f"A resident {made.pk}"] if says == "seat" else [])


def test_the_map_asks_as_much_for_1_as_for_40_who_ask_for_a_place(client, table):
    path = at("map", table.initiative.slug)
    client.force_login(table.mediator)
    asked = {}
    party(table, "The villages")
    for many in (1, 40):
        for number in range(Party.objects.exclude(invited_by=None).count(), many):
            made = ask(table, PersonFactory(), f"Resident {number}")
            if number % 2:
                asking.answer_place(party=made, by=table.mediator, says="map")
        client.get(path)
        with CaptureQueriesContext(connection) as context:
            client.get(path)
        asked[many] = len(context)

    assert asked[1] == asked[40]
