"""Signing in by a code from an e-mail."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client
from django.utils import timezone

from samskap.base.queue.worker import work_off
from samskap.people.models import Person
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

SIGN_IN, CODE = "/people/sign-in/", "/people/sign-in/code/"


def newest_code() -> str:
    work_off()
    return re.search(r"^ +(\d{3}-\d{3}-\d{3})$", mail.outbox[-1].body, re.MULTILINE)[1]


def ask(client, email="ada@example.org", **fields):
    return client.post(SIGN_IN, {"email": email, **fields})


def who(client):
    return get_user(client)


def test_somebody_new_gets_in_by_e_mail_alone(client, municipality):
    answer = ask(client, "Ada@Example.org", next="/ideas/?page=2")
    assert (answer.status_code, answer.url) == (302, CODE)
    assert not Person.objects.exists(), "there is no account before the address is confirmed"

    answer = client.post(CODE, {"code": newest_code()})

    ada = Person.objects.get()
    assert ada.email == "ada@example.org"
    assert who(client) == ada
    assert answer.url == "/people/welcome/?next=%2Fideas%2F%3Fpage%3D2"
    assert mail.outbox[0].to == ["ada@example.org"]
    assert mail.outbox[0].subject == f"{newest_code()} is your code for {municipality.name}"


def test_somebody_known_is_led_back_to_where_they_were(client, municipality):
    ada = PersonFactory(last_login=timezone.now())
    ask(client, ada.email, next="http://testserver/ideas/7/")

    answer = client.post(CODE, {"code": newest_code().replace("-", " ")})

    assert answer.url == "/ideas/7/"
    assert who(client) == ada


def test_the_form_and_the_mail_are_the_same_for_known_and_new(client, municipality):
    known = PersonFactory()
    pages = []
    for email in (known.email, "nobody@example.org"):
        ask(client, email)
        page = client.get(CODE).content.decode().replace(email, "X")
        pages.append(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page))
    work_off()

    assert pages[0] == pages[1]
    texts = [re.sub(r"\d{3}-\d{3}-\d{3}", "", letter.body) for letter in mail.outbox]
    assert texts[0] == texts[1]


def test_one_comes_back_to_this_house_and_no_other(client, municipality):
    ada = PersonFactory(last_login=timezone.now())
    ask(client, ada.email, next="https://evil.example/")

    assert client.post(CODE, {"code": newest_code()}).url == "/"


def test_the_session_gets_a_new_key(client, municipality):
    ask(client)
    before = client.session.session_key

    client.post(CODE, {"code": newest_code()})

    assert client.session.session_key != before


def test_a_code_works_once(client, municipality):
    ask(client)
    code = newest_code()
    client.post(CODE, {"code": code})
    client.post("/people/sign-out/")

    answer = client.post(CODE, {"code": code})

    assert answer.url == SIGN_IN
    assert who(client).is_anonymous


def test_a_code_works_only_in_the_browser_that_asked(client, client_of_another, municipality):
    ask(client)

    answer = client_of_another.post(CODE, {"code": newest_code()})

    assert answer.url == SIGN_IN
    assert who(client_of_another).is_anonymous


@pytest.fixture
def client_of_another():
    return Client()


def test_a_wrong_code_says_how_many_tries_are_left_and_then_stops(client, municipality):
    ask(client)
    right = newest_code()
    wrong = "000-000-000" if right != "000-000-000" else "111-111-111"

    page = client.post(CODE, {"code": wrong}).content.decode()
    assert "This is not the code. Look at the newest e-mail. You can try 4 more times." in page
    for _time in range(3):
        client.post(CODE, {"code": wrong})
    assert client.post(CODE, {"code": wrong}).url == SIGN_IN

    assert client.post(CODE, {"code": right}).url == SIGN_IN
    assert who(client).is_anonymous


def test_many_guesses_at_the_same_moment_are_still_few(client, municipality, rates_are_kept):
    ask(client)
    right = newest_code()
    session = client.session
    before = dict(session)
    statuses = []
    for _guess in range(6):
        statuses.append(client.post(CODE, {"code": "000-000-000"}).status_code)
        session = client.session
        session["people_code"] = before["people_code"]  # as if all had read it at once
        session.save()

    assert statuses == [200, 200, 200, 200, 200, 429]
    assert client.post(CODE, {"code": right}).status_code == 429


def test_an_old_code_does_not_work(client, municipality):
    ask(client)
    code = newest_code()
    session = client.session
    session["people_code"] |= {"at": session["people_code"]["at"] - 901}
    session.save()

    assert client.post(CODE, {"code": code}).url == SIGN_IN
    assert who(client).is_anonymous


def test_another_code_replaces_the_first_a_few_times(client, municipality):
    ask(client)
    first = newest_code()
    client.post("/people/sign-in/another-code/")
    second = newest_code()

    assert first != second
    assert client.post(CODE, {"code": first}).status_code == 200
    for _time in range(3):
        client.post("/people/sign-in/another-code/")
    work_off()
    assert len(mail.outbox) == 4
    assert client.post(CODE, {"code": newest_code()}).status_code == 302


def test_too_many_codes_to_one_address_are_refused_plainly(client, municipality, rates_are_kept):
    for _time in range(10):
        assert ask(client).status_code == 302

    answer = ask(client)

    assert answer.status_code == 429
    assert "This was tried many times in a short while." in answer.content.decode()
    assert ask(client, "bo@example.org").status_code == 302, "others at the same place get in"


def test_the_mail_is_in_the_language_that_is_read(client, municipality):
    client.cookies["django_language"] = "nn"
    ask(client)
    work_off()

    assert "er koden din" in mail.outbox[0].subject
    client.post(CODE, {"code": newest_code()})
    assert Person.objects.get().language == "nn"


def test_a_closed_account_is_told_so(client, municipality):
    closed = PersonFactory(is_active=False)
    ask(client, closed.email)

    answer = client.post(CODE, {"code": newest_code()})

    assert answer.status_code == 403
    assert "This account is closed." in answer.content.decode()
    assert who(client).is_anonymous


@pytest.mark.parametrize("email", ["", "ada", "ada@", "a b@example.org"])
def test_what_is_no_address_is_asked_for_again(client, municipality, email):
    answer = ask(client, email)

    assert answer.status_code == 200
    work_off()
    assert mail.outbox == []


def test_the_fields_help_the_browser_and_the_phone(client, municipality):
    ask(client)

    page = client.get(CODE).content.decode()

    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page


def test_signing_out_takes_a_press_on_a_button(client, municipality):
    client.force_login(PersonFactory())

    assert client.get("/people/sign-out/").status_code == 405
    assert not who(client).is_anonymous
    client.post("/people/sign-out/")
    assert who(client).is_anonymous


def test_whoever_is_signed_in_needs_no_code(client, municipality):
    client.force_login(PersonFactory())

    assert client.get(SIGN_IN, {"next": "/people/me/"}).url == "/people/me/"


def test_a_page_that_needs_somebody_leads_to_sign_in_and_back(client, municipality):
    assert client.get("/people/me/").url == f"{SIGN_IN}?next=%2Fpeople%2Fme%2F"
    answer = client.post(
        "/people/me/household/start/", headers={"referer": "/people/me/household/"}
    )
    assert answer.url == f"{SIGN_IN}?next=%2Fpeople%2Fme%2Fhousehold%2F"


def test_an_account_moves_to_a_confirmed_address(client, municipality):
    ada = PersonFactory()
    client.force_login(ada)

    client.post("/people/me/e-mail/", {"email": "New@example.org"})
    ada.refresh_from_db()
    assert ada.email != "new@example.org"
    client.post("/people/me/e-mail/code/", {"code": newest_code()})

    ada.refresh_from_db()
    assert ada.email == "new@example.org"
    assert mail.outbox[0].to == ["new@example.org"]
    assert who(client) == ada


def test_whoever_had_the_address_before_is_told_and_other_browsers_are_signed_out(
    client, client_of_another, municipality
):
    ada = PersonFactory(email="old@example.org", language="en")
    client.force_login(ada)
    client_of_another.force_login(ada)

    client.post("/people/me/e-mail/", {"email": "new@example.org"})
    client.post("/people/me/e-mail/code/", {"code": newest_code()})
    work_off()

    [told] = [letter for letter in mail.outbox if letter.to == ["old@example.org"]]
    assert told.subject == (
        f"Your account at {municipality.name} has moved to another e-mail address"
    )
    assert "http://testserver/municipalities/contact/" in told.body
    assert "new@example.org" not in told.body
    assert who(client) == ada
    assert who(client_of_another).is_anonymous


def test_a_code_for_a_new_address_signs_nobody_in(client, municipality):
    client.force_login(PersonFactory())
    client.post("/people/me/e-mail/", {"email": "new@example.org"})
    session = client.session
    del session["_auth_user_id"]
    session.save()

    assert client.post(CODE, {"code": newest_code()}).url == SIGN_IN


def test_the_welcome_can_be_skipped_or_filled_in(client, municipality):
    client.force_login(ada := PersonFactory(given_name="", family_name=""))
    page = client.get("/people/welcome/", {"next": "/ideas/7/"}).content.decode()
    assert 'href="/ideas/7/"' in page

    said = {
        "given_name": "Ada",
        "family_name": "",
        "pseudonym": "",
        "shown_as": "first_name",
        "language": "nn",
        "next": "/ideas/7/",
    }
    answer = client.post("/people/welcome/", said)

    ada.refresh_from_db()
    assert answer.url == "/ideas/7/"
    assert (ada.shown_name, ada.language) == ("Ada", "nn")
    assert client.cookies["django_language"].value == "nn"


def test_only_a_demonstration_leads_to_its_mail(client, municipality, settings):
    ask(client)
    settings.IS_DEMO = False
    assert "/demo/mail" not in client.get(CODE).text
    assert client.get("/demo/mail").status_code == 404

    settings.IS_DEMO = True

    assert "/demo/mail" in client.get(CODE).text


@pytest.mark.parametrize("is_demo", [True, False])
def test_there_is_one_outbox_and_no_other(client, municipality, settings, is_demo):
    settings.IS_DEMO = is_demo

    assert client.get("/people/outbox/").status_code == 404


def test_each_browser_is_signed_out_when_the_account_is_deleted(
    client, client_of_another, municipality
):
    ada = PersonFactory(joined_at=timezone.now() - timedelta(days=9))
    client.force_login(ada)
    client_of_another.force_login(ada)

    client.post("/people/me/delete/", {"is_sure": "on"})

    assert who(client).is_anonymous
    assert who(client_of_another).is_anonymous
