"""The page and its open data show what was found, marked, and nothing that could do harm."""

import html

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskap.search.actions import read_whole
from samskap.testing.factories.conversations import comment, subject
from samskap.testing.factories.ideas import idea
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.walks.markup import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    """An initiative of the municipality that is asked."""
    return InitiativeFactory(
        municipality=municipality, title="Kystliv", dream="Vann", language="nb"
    )


def test_what_was_looked_for_is_marked(client, initiative):
    given = idea(
        initiative=initiative,
        title="Benker ved fjorden",
        text="Vi vil ha **benken**",
        language="nb",
    )
    read_whole()

    page = client.get("/search/", {"q": "benk"}).text

    assert f'<a href="/ideas/{given.pk}/"> <mark>Benker</mark> ved fjorden' in " ".join(
        page.split()
    )
    assert "Vi vil ha <mark>benken</mark>" in page
    assert "In “Kystliv”" in page


def test_nothing_that_people_wrote_becomes_a_part_of_the_page(client, initiative):
    evil = "<script>benk</script><img src=x onerror=benk()>"
    idea(initiative=initiative, title=evil, text=evil, language="nb")
    read_whole()

    page = client.get("/search/", {"q": "benk", "kind": evil, "after": evil}).text

    assert "<script>benk" not in page
    assert "<img src=x" not in page
    assert html.escape("<script>") + "<mark>benk</mark>" in page


def test_a_comment_is_named_by_what_it_is_about(client, initiative):
    comment(about=subject(initiative), text="En benk til", language="nb")
    read_whole()

    page = client.get("/search/", {"q": "benk"}).text

    assert subject(initiative).label in page


def test_more_leads_to_the_rest(client, initiative):
    for number in range(12):
        idea(initiative=initiative, title=f"Benk {number}", language="nb")
    read_whole()
    first = client.get("/search/", {"q": "benk", "kind": "idea"}).text
    more = html.unescape(first.partition('rel="next" href="')[2].partition('"')[0])

    second = client.get(more).text

    assert (first.count('class="hit"'), second.count('class="hit"')) == (10, 2)
    assert 'rel="next"' not in second


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "Write what you have in mind"),
        ({"q": "romskip"}, "Nobody has said this yet"),
        ({"q": "benk romskip"}, "Nothing has all of these words"),
        ({"q": "benk", "after": "2-1"}, "There is no more"),
    ],
)
def test_the_page_says_what_to_do(client, initiative, asked, says):
    idea(initiative=initiative, title="Benk", language="nb")
    read_whole()

    assert says in client.get("/search/", asked).text


def test_every_page_leads_here(client, municipality):
    assert 'class="own-link own-link--search" href="/search/"' in client.get("/").text


def test_the_page_asks_as_often_for_ten_hits_as_for_one(client, initiative):
    asked = []
    for rows in (1, 9):
        for _ in range(rows):
            idea(initiative=initiative, title="Benk", language="nb")
        read_whole()
        with CaptureQueriesContext(connection) as queries:
            client.get("/search/", {"q": "benk"})
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 10


def test_open_data_finds_the_same_page_by_page(client, initiative):
    for number in range(52):
        idea(initiative=initiative, title=f"Benk {number}", language="nb")
    read_whole()

    first = client.get("/api/v1/search/", {"q": "benk", "kind": "idea"}).json()
    second = client.get("/api/v1/search/", {"q": "benk", "kind": "idea", "after": first["older"]})

    assert [len(first["items"]), len(second.json()["items"])] == [50, 2]
    assert second.json()["older"] == ""
    assert first["items"][0]["of"] == "Kystliv"


def test_open_data_refuses_a_place_that_is_none(client, municipality):
    answer = client.get("/api/v1/search/", {"q": "benk", "after": "--"})

    assert answer.status_code == 422


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_a_page_of_hits_is_well_made(client, initiative, language):
    idea(initiative=initiative, title="Benk <3", text="& benk", language="nb")
    comment(about=subject(initiative), text="En benk til", language="nb")
    read_whole()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    page = client.get("/search/", {"q": "benk", "side": "resident"}).text

    assert faults(page, language=language) == []
