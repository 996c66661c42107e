"""Which language a page speaks."""

import pytest

from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def danish(db):
    """A municipality that speaks Danish first, and English and nynorsk too."""
    return MunicipalityFactory(languages=["da", "nn", "en"], default_language="da")


def language_of(client, accepts="", host="testserver"):
    """The language of the front page."""
    answer = client.get("/people/sign-in/", headers={"accept-language": accepts, "host": host})
    return answer.headers["Content-Language"]


@pytest.mark.parametrize(
    ("accepts", "speaks"),
    [
        ("", "da"),
        ("nn-NO,nn;q=0.9,en;q=0.5", "nn"),
        ("se,fi;q=0.9", "da"),
        ("fr;q=0.9, en-GB;q=0.8", "en"),
        ("nb,nn;q=0.8", "nn"),  # bokmål is not spoken here
        ("no", "da"),
        ("en;q=0,nn", "nn"),
        ("en;q=0", "da"),
        ("*", "da"),
        ("<script>", "da"),
    ],
)
def test_a_page_speaks_what_the_browser_asks_for_when_the_municipality_does(
    client, danish, accepts, speaks
):
    assert language_of(client, accepts) == speaks


def test_norwegian_without_more_is_bokmål(client, municipality):
    assert language_of(client, "no-NO,no;q=0.9,en;q=0.8") == "nb"


def test_what_the_reader_chose_goes_before_the_browser(client, danish):
    client.force_login(PersonFactory(language="nn"))
    assert language_of(client, "en") == "nn"

    client.cookies["django_language"] = "nb"
    assert language_of(client, "en") == "nb"


def test_where_no_municipality_lives_the_browser_is_heard(client, danish):
    assert language_of(client, "nb", host="nobody.localhost") == "nb"
    assert language_of(client, "fr", host="nobody.localhost") == "nb"  # the language of the house
    assert language_of(client, "en", host="nobody.localhost") == "en"


def test_a_cache_between_knows_that_the_language_was_asked_for(client, danish):
    answer = client.get("/people/sign-in/")

    assert "Accept-Language" in answer.headers["Vary"]
