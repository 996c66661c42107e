"""Where somebody is signed in, and what a session is worth."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samskap.people.devices import device_of, in_words
from samskap.people.models import Person, Session
from samskap.people.sessions import hashed
from samskap.people.tests.test_sign_in import newest_code
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

SESSIONS = "/people/me/sessions/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0"
)


def sign_in(person, browser="", **where) -> Client:
    """Sign in by a code, as a browser."""
    client = Client(headers={"user-agent": browser, **where})
    client.post("/people/sign-in/", {"email": person.email})
    client.post("/people/sign-in/code/", {"code": newest_code()})
    return client


def who(client):
    return get_user(client)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (FIREFOX, "Firefox on Linux"),
        (SAFARI, "Safari on iPhone"),
        (EDGE, "Edge on Windows"),
        ("curl/8.5.0", "A browser that does not say what it is"),
        ("", "A browser that does not say what it is"),
    ],
)
def test_a_browser_is_named_in_words_its_owner_knows(told, words):
    assert in_words(device_of(told)) == words


def test_a_page_finds_session_and_person_with_one_question(client, municipality):
    client.force_login(PersonFactory())
    client.get("/people/me/name/")

    with CaptureQueriesContext(connection) as asked:
        client.get("/people/me/name/")

    tables = ("people_session", "people_person")
    assert sum(any(table in q["sql"] for table in tables) for q in asked) == 1
    assert all(q["sql"].startswith("SELECT") for q in asked), "no page writes"


def test_one_sees_where_one_is_signed_in_and_ends_one(municipality):
    ada = PersonFactory()
    here, phone = sign_in(ada, FIREFOX), sign_in(ada, SAFARI)
    sign_in(PersonFactory(), EDGE)

    page = here.get(SESSIONS).text
    assert page.index("Firefox on Linux") < page.index("this browser") < page.index("Safari on iPh")
    assert "Edge" not in page
    assert municipality.name in page
    assert phone.session.session_key not in page
    key = hashed(phone.session.session_key)
    assert here.post(f"{SESSIONS}{key}/end/").url == SESSIONS

    assert who(phone).is_anonymous
    assert who(here) == ada


def test_one_ends_all_others_at_once(municipality):
    ada = PersonFactory()
    here, *others = (sign_in(ada) for _browser in range(3))

    said = here.post(f"{SESSIONS}end-others/", follow=True).text

    assert "You are signed out in 2 other browsers." in said
    assert [who(client).is_anonymous for client in others] == [True, True]
    assert who(here) == ada


def test_ending_the_browser_one_sits_at_signs_one_out(municipality):
    here = sign_in(PersonFactory())

    assert here.post(f"{SESSIONS}{hashed(here.session.session_key)}/end/").url == "/"

    assert who(here).is_anonymous


def test_nobody_ends_the_session_of_another(client, municipality):
    bo = sign_in(PersonFactory())
    client.force_login(PersonFactory())

    assert client.post(f"{SESSIONS}{hashed(bo.session.session_key)}/end/").status_code == 404
    assert not who(bo).is_anonymous


def test_the_table_holds_no_key_that_opens_anything(municipality):
    ada = sign_in(PersonFactory())
    thief = Client()
    thief.cookies["sessionid"] = Session.objects.get(person__isnull=False).pk

    assert who(thief).is_anonymous
    assert not Session.objects.filter(pk=ada.session.session_key).exists()


def test_a_session_is_worth_nothing_at_another_municipality(municipality):
    MunicipalityFactory(host="neighbour.localhost")
    ada = sign_in(PersonFactory())

    assert ada.get("/people/me/").status_code == 200
    assert ada.get("/people/me/", headers={"host": "neighbour.localhost"}).status_code == 302


def test_a_session_after_that_of_a_closed_account_is_worth_nothing_elsewhere_either(municipality):
    MunicipalityFactory(host="neighbour.localhost")
    browser = sign_in(PersonFactory())
    Person.objects.update(is_active=False)
    ada = PersonFactory()
    browser.post("/people/sign-in/", {"email": ada.email})
    browser.post("/people/sign-in/code/", {"code": newest_code()})

    assert browser.get("/people/me/").status_code == 200
    assert browser.get("/people/me/", headers={"host": "neighbour.localhost"}).status_code == 302


def test_a_session_that_does_not_say_where_is_worth_nothing(municipality):
    ada = sign_in(PersonFactory())
    session = ada.session
    del session["municipality"]
    session.save()

    assert ada.get("/people/me/").status_code == 302


def test_the_last_day_is_noted_once(client, municipality):
    client.force_login(PersonFactory())
    yesterday = timezone.localdate() - timedelta(days=1)
    Session.objects.update(seen_on=yesterday)

    client.get("/people/me/name/")
    assert Session.objects.get().seen_on == timezone.localdate()

    with CaptureQueriesContext(connection) as asked:
        client.get("/people/me/name/")
    assert [q for q in asked if q["sql"].startswith("UPDATE")] == []


def test_a_session_that_has_ended_or_whose_account_is_closed_lets_nobody_in(client, municipality):
    ada = PersonFactory()
    client.force_login(ada)
    ada.is_active = False
    ada.save()
    assert client.get("/people/me/").status_code == 302
    ada.is_active = True
    ada.save()
    assert client.get("/people/me/").status_code == 200

    Session.objects.update(ends_at=timezone.now())

    assert client.get("/people/me/").status_code == 302
