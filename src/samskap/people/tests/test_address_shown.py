"""What touches the whole account asks whoever came in by a provider for the account’s e-mail."""

import time

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client

from samskap.people.models import Person, SecondFactor
from samskap.people.sessions import ADDRESS_SHOWN, PROVIDER
from samskap.people.tests.test_sign_in import newest_code
from samskap.testing.factories.people import PersonFactory, ProviderFactory

pytestmark = pytest.mark.django_db

SHOW, CODE = "/people/me/show-e-mail/", "/people/me/show-e-mail/code/"
ME, ADDRESS, DELETE = "/people/me/", "/people/me/e-mail/", "/people/me/delete/"
FACTOR = "/people/me/second-factor/"


def keep(client, **facts):
    session = client.session
    session.update(facts)
    session.save()


@pytest.fixture
def ada(client, municipality):
    """Somebody who came in by a provider of this municipality."""
    person = PersonFactory(email="ada@example.org")
    client.force_login(person)
    keep(client, **{PROVIDER: ProviderFactory(municipality=municipality).pk})
    return person


def asked_first(answer) -> bool:
    return answer.status_code == 302 and answer.url.startswith(SHOW)


def test_an_e_id_alone_neither_moves_nor_ends_an_account(client, ada):
    answers = [
        client.get(ADDRESS),
        client.post(ADDRESS, {"email": "eve@example.org"}),
        client.get(DELETE),
        client.post(DELETE, {"is_sure": "on"}),
        client.get(FACTOR),
        client.post(f"{FACTOR}begin/"),
    ]

    assert all(asked_first(answer) for answer in answers)
    newest = Person.objects.get()
    assert (newest.email, newest.is_active) == ("ada@example.org", True)
    assert not SecondFactor.objects.exists()
    assert not mail.outbox


def test_a_second_factor_that_was_begun_is_neither_shown_nor_confirmed(client, ada):
    mine = Client()
    mine.force_login(ada)
    mine.post(f"{FACTOR}begin/")

    assert asked_first(client.get(FACTOR))
    assert asked_first(client.post(FACTOR, {"code": "123456"}))


def test_whoever_types_the_code_goes_on_where_they_were(client, ada):
    page = client.get(ADDRESS, follow=True)
    assert page.redirect_chain == [(f"{SHOW}?next=%2Fpeople%2Fme%2Fe-mail%2F", 302)]
    assert "We send a code to ada@example.org." in page.text
    assert f'value="{ADDRESS}"' in page.text

    answer = client.post(SHOW, {"next": ADDRESS, "email": "eve@example.org"})
    assert answer.url == CODE
    code = newest_code()
    assert [letter.to for letter in mail.outbox] == [[ada.email]]
    assert "This is not the code." in client.post(CODE, {"code": "000-000-000"}).text
    assert asked_first(client.get(ADDRESS))
    assert client.post(CODE, {"code": code}).url == ADDRESS

    assert client.get(ADDRESS).status_code == 200
    assert client.get(DELETE).status_code == 200, "not asked again"
    client.post(ADDRESS, {"email": "new@example.org"})
    client.post("/people/me/e-mail/code/", {"code": newest_code()})
    ada.refresh_from_db()
    assert ada.email == "new@example.org"


def test_a_form_that_was_sent_leads_back_to_its_page(client, ada):
    answer = client.post(DELETE, headers={"referer": f"http://testserver{DELETE}"})

    assert answer.url == f"{SHOW}?next=%2Fpeople%2Fme%2Fdelete%2F"


def test_another_code_is_sent_to_the_same_address(client, ada):
    client.post(SHOW, {"next": DELETE})

    assert client.post("/people/sign-in/another-code/").url == CODE

    assert client.post(CODE, {"code": newest_code()}).url == DELETE
    assert {letter.to[0] for letter in mail.outbox} == {ada.email}


def test_it_holds_a_quarter_of_an_hour(client, ada):
    keep(client, **{ADDRESS_SHOWN: time.time() - 899})
    assert client.get(DELETE).status_code == 200

    keep(client, **{ADDRESS_SHOWN: time.time() - 901})
    assert asked_first(client.get(DELETE))


def test_a_code_that_went_to_another_address_will_not_do(client, ada):
    client.post(SHOW, {"next": DELETE})
    keep(client, **{ADDRESS_SHOWN: time.time()})
    client.post(ADDRESS, {"email": "eve@example.org"})
    keep(client, **{ADDRESS_SHOWN: 0})

    assert client.post(CODE, {"code": newest_code()}).url == SHOW
    assert asked_first(client.get(DELETE))


def test_whoever_came_in_by_a_code_is_not_asked(client, municipality):
    client.post("/people/sign-in/", {"email": "ada@example.org"})
    client.post("/people/sign-in/code/", {"code": newest_code()})

    assert [client.get(page).status_code for page in (ADDRESS, DELETE, FACTOR)] == [200] * 3


def test_what_was_shown_ends_with_the_session(client, ada):
    keep(client, **{ADDRESS_SHOWN: time.time()})

    client.post("/people/sign-out/")

    assert get_user(client).is_anonymous
    assert ADDRESS_SHOWN not in client.session
