"""Whoever writes sees what has been said already, while they write or at the press of a button."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskap.ideas.models import Idea
from samskap.initiatives.models import Initiative
from samskap.search.actions import read_whole
from samskap.search.similar import SHOWN, similar
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
SAME = "It is the same – support it instead"


@pytest.fixture
def initiative(municipality):
    """An initiative of the municipality that is asked."""
    return InitiativeFactory(
        municipality=municipality, title="Kystliv", dream="Vann", language="nb"
    )


@pytest.fixture
def said(initiative):
    """What others have said already."""
    given = [
        idea(initiative=initiative, title=title, language="nb")
        for title in (
            "Parkering for sykler ved skolen",
            "En benk ved fjorden",
            "Leksehjelp på biblioteket om kvelden",
            "Grillplass i parken",
        )
    ]
    read_whole()
    return given


def titles(municipality, text):
    """The titles of what is like a text."""
    return [found.title for _kind, found in similar(municipality, text)]


def test_other_endings_and_compounds_find_it(municipality, said):
    assert titles(municipality, "Flere sykkelparkeringer ved skolene") == [said[0].title]
    assert titles(municipality, "Hjelp med leksene på bibliotekene") == [said[2].title]


def test_a_neighbouring_language_finds_it(municipality, said):
    assert titles(municipality, "Ein benk ved fjorden") == [said[1].title]


def test_what_is_not_alike_is_not_shown(municipality, said):
    assert titles(municipality, "En buss til skoleveien i Nesdalen ved kaia") == []
    assert titles(municipality, "") == []
    assert titles(municipality, "'\" AND *") == []


def test_initiatives_are_shown_too(municipality, said):
    InitiativeFactory(municipality=municipality, title="Badeplass ved fjorden")
    read_whole()

    assert titles(municipality, "En badeplass i fjorden")[0] == "Badeplass ved fjorden"


def test_no_more_than_five_are_shown(municipality, initiative):
    for _ in range(7):
        idea(initiative=initiative, title="En benk ved fjorden", language="nb")
    read_whole()

    assert titles(municipality, "Benk ved fjorden") == ["En benk ved fjorden"] * SHOWN


def test_another_municipality_sees_nothing_of_it(said):
    elsewhere = MunicipalityFactory(host="far.localhost", slug="far")

    assert titles(elsewhere, "En benk ved fjorden") == []


def test_it_costs_the_same_however_many_there_are(municipality, initiative, said):
    asked = []
    for rows in (0, 60):
        for _ in range(rows):
            idea(initiative=initiative, title="En benk ved fjorden", language="nb")
        read_whole()
        with CaptureQueriesContext(connection) as queries:
            similar(municipality, "En benk ved fjorden og mer av det samme")
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 4


def test_the_form_fetches_it_while_somebody_writes(client, municipality, said):
    answer = client.post("/search/similar/", {"title": "benk ved fjorden", "text": ""})

    assert SAME in answer.text
    assert f'href="/ideas/{said[1].pk}/"' in answer.text
    assert client.post("/search/similar/", {"title": "noe helt annet"}).text == ""


def test_whoever_gives_an_idea_can_look_first_and_keeps_what_was_typed(client, initiative, said):
    client.force_login(PersonFactory())
    address = f"/ideas/to/{initiative.slug}/give/"
    assert 'data-hx-post="/search/similar/"' in client.get(address).text

    page = client.post(
        address,
        {"title": "Benk ved fjorden", "text": "Min egen tekst", "kind": "story", "look": "yes"},
    ).text

    assert SAME in page
    assert 'value="Benk ved fjorden"' in page
    assert "Min egen tekst" in page
    assert Idea.objects.count() == len(said)


def test_whoever_raises_a_challenge_can_look_first_too(client, said):
    before = Initiative.objects.count()

    page = client.post(
        "/initiatives/raise/", {"dream": "En benk ved fjorden, takk", "look": "yes"}
    ).text

    assert SAME in page
    assert "En benk ved fjorden, takk</textarea>" in page
    assert Initiative.objects.count() == before


def test_where_nobody_has_said_it_the_page_says_so(client, said):
    page = client.post("/initiatives/raise/", {"dream": "Noe helt annet", "look": "yes"}).text

    assert "Nobody has said anything like it yet." in page


def test_nothing_that_people_wrote_becomes_a_part_of_the_piece(client, initiative):
    evil = "<script>benk()</script> benk ved fjorden"
    idea(initiative=initiative, title=evil, text=evil, language="nb")
    read_whole()

    answer = client.post("/search/similar/", {"title": "benk ved fjorden script"}).text

    assert "&lt;script&gt;" in answer
    assert "<script>" not in answer
