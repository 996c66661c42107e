"""Signing in by e-ID: at a strict provider on this machine, and at one that others wrote."""

import socket
import subprocess
import sys
import time
from contextlib import closing, suppress
from http.client import HTTPConnection
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from samskap.base.queue.worker import work_off
from samskap.people.models import Identity, Level, Provider
from samskap.people.oidc.keys import new_key, open_half
from samskap.people.permissions import level_of
from samskap.people.sealed import seal
from samskap.people.tests.test_second_factor import app_shows
from samskap.people.tests.test_sign_in import newest_code
from samskap.testing.durability.instance import free_port
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import (
    IdentityFactory,
    PersonFactory,
    ProviderFactory,
    SecondFactorFactory,
)
from samskap.testing.issuer import CLIENT, SECRET, issuer

pytestmark = pytest.mark.django_db

BACK, YOURS = "/people/e-id/back/", "/people/e-id/yours/"


@pytest.fixture(scope="module")
def started():
    with issuer() as one:
        yield one


@pytest.fixture
def there(started, settings):
    """A provider that answers, honest until a test twists it."""
    settings.OIDC_LOOPBACK = True
    yield started
    started.twisted, started.signs_with, started.says_it_is = {}, None, ""


@pytest.fixture
def idporten(there, municipality):
    return ProviderFactory(
        municipality=municipality,
        issuer=there.address,
        client_id=CLIENT,
        sealed_secret=seal(SECRET),
        acr_values="idporten-loa-substantial idporten-loa-high",
        sign_out_url=f"{there.address}/sign-out",
    )


def leave(client, provider, **fields) -> str:
    """Press the button, and return the address that the browser is sent on to."""
    answer = client.post(f"/people/e-id/{provider.pk}/", fields)
    assert answer.status_code == 200
    way = answer.headers["Refresh"].removeprefix("0;url=")
    assert way.replace("&", "&amp;") in answer.text, "whoever is not sent on can press"
    return way


def come_back(client, there, way, **claims):
    return client.get(BACK, there.let_in(way, **claims))


def who(client) -> object:
    return get_user(client)


def test_whoever_added_an_e_id_signs_in_with_it(client, there, idporten, municipality):
    ada = PersonFactory()
    client.force_login(ada)
    assert level_of(ada, municipality) == Level.REACHABLE
    way = leave(client, idporten)

    assert come_back(client, there, way).url == "/people/me/"

    assert level_of(ada, municipality) == Level.IDENTIFIED
    [identity] = Identity.objects.filter(person=ada)
    assert "pseudonym" not in identity.subject
    work_off()
    assert [letter.to for letter in mail.outbox] == [[ada.email]]
    other = Client()
    answer = come_back(other, there, leave(other, idporten, next="/ideas/7/"))
    assert who(other) == ada
    assert answer.url == "/ideas/7/"
    assert other.get("/people/me/delete/").url.startswith("/people/me/show-e-mail/")


def test_what_is_sent_along_is_all_that_the_standards_ask_for(client, there, idporten):
    client.cookies["django_language"] = "nn"
    sent = parse_qs(urlsplit(leave(client, idporten)).query)
    client.force_login(PersonFactory(language="nn"))
    adding = parse_qs(urlsplit(leave(client, idporten)).query)

    assert {name: sent[name] for name in sent.keys() - {"state", "nonce", "code_challenge"}} == {
        "response_type": ["code"],
        "client_id": [CLIENT],
        "redirect_uri": [f"http://testserver{BACK}"],
        "scope": ["openid"],
        "code_challenge_method": ["S256"],
        "prompt": ["login"],
        "ui_locales": ["nn"],
        "acr_values": ["idporten-loa-substantial"],
    }
    drawn = ("state", "nonce", "code_challenge")
    assert all(sent[name] != adding[name] for name in drawn)
    assert adding["prompt"] == ["login"]


def come_in_by_mail(client, person):
    client.post("/people/sign-in/", {"email": person.email})
    return client.post("/people/sign-in/code/", {"code": newest_code()})


def test_whoever_then_shows_an_address_says_whether_an_unknown_e_id_is_theirs(
    client, there, idporten
):
    ada = PersonFactory(last_login=timezone.now())

    answer = come_back(client, there, leave(client, idporten), email=ada.email)
    assert answer.url == "/people/sign-in/?next=%2F"
    assert who(client).is_anonymous, "what a provider says of an address proves nothing to us"
    asked = come_in_by_mail(client, ada).url
    assert asked == f"{YOURS}?next=%2F"
    assert who(client) == ada
    assert "Shall this e-ID open your account?" in client.get(asked).text
    assert not Identity.objects.exists()

    assert client.post(asked, {"answer": "mine"}).url == "/"

    assert Identity.objects.get().person == ada
    assert client.get("/people/me/delete/").status_code == 200, "came in by a code"


def test_on_a_shared_computer_nobody_is_given_the_e_id_of_whoever_sat_there(
    client, there, idporten
):
    come_back(client, there, leave(client, idporten), sub="eve")
    asked = come_in_by_mail(client, PersonFactory()).url

    client.post(asked, {"answer": "not_mine"})
    client.post(asked, {"answer": "mine"})

    assert not Identity.objects.exists()


@pytest.mark.parametrize("way", ["signing out", "another e-ID", "time"])
def test_an_e_id_that_was_shown_is_forgotten_by(client, there, idporten, way):
    ada = IdentityFactory(provider=idporten, sub="ada").person
    come_back(client, there, leave(client, idporten), sub="eve")
    if way == "signing out":
        come_in_by_mail(client, ada)
        client.post("/people/sign-out/")
        come_in_by_mail(client, ada)
    elif way == "another e-ID":
        come_back(client, there, leave(client, idporten), sub="ada")
    else:
        session = client.session
        session["people_e_id_found"] |= {"at": time.time() - 901}
        session.save()
        come_in_by_mail(client, ada)

    assert who(client) == ada
    assert client.get(YOURS).url == "/"
    assert "people_e_id_found" not in client.session


def test_a_key_of_our_own_proves_us_as_well(client, there, idporten):
    idporten.proof, idporten.sealed_key = Provider.Proof.KEY, new_key()
    idporten.save()
    ada = IdentityFactory(provider=idporten, sub="ada").person
    way = leave(client, idporten)
    assert come_back(client, there, way, sub="ada").status_code == 503, "not registered yet"
    there.registered = open_half(idporten)

    come_back(client, there, leave(client, idporten), sub="ada")

    assert who(client) == ada
    there.registered = ""


LIES = {
    "wrong nonce": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "another issuer": {"iss": "https://evil.example"},
    "for somebody else": {"aud": "another client"},
    "handed on by somebody else": {"azp": "another client"},
    "too old": {"exp": 1_700_000_000, "iat": 1_699_999_000},
    "without an end": {"exp": None},
    "about nobody": {"sub": None},
    "about a number": {"sub": 7},
    "too weak": {"acr": "idporten-loa-low"},
    "of no level": {"acr": None},
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_what_is_not_right_lets_nobody_in(client, there, idporten, lie):
    IdentityFactory(provider=idporten, sub="ada")
    there.twisted = lie

    answer = come_back(client, there, leave(client, idporten), sub="ada")

    assert answer.status_code == 403
    assert who(client).is_anonymous


def test_what_is_signed_with_another_key_lets_nobody_in(client, there, idporten):
    IdentityFactory(provider=idporten, sub="ada")
    there.signs_with = type(there)().key

    answer = come_back(client, there, leave(client, idporten), sub="ada")

    assert answer.status_code == 403
    assert who(client).is_anonymous


def test_one_comes_back_once_with_the_state_one_left_with(client, there, idporten):
    IdentityFactory(provider=idporten, sub="ada")
    brought = there.let_in(leave(client, idporten), sub="ada")
    another = Client()
    leave(another, idporten)

    assert another.get(BACK, brought).status_code == 403, "the state of another browser"
    assert client.get(BACK, brought | {"iss": "https://evil.example"}).status_code == 403
    assert client.get(BACK, brought).status_code == 403, "a state is used once, even in vain"
    assert client.get(BACK, {"state": ""}).status_code == 403
    assert who(client).is_anonymous
    again = there.let_in(leave(client, idporten), sub="ada")
    assert client.get(BACK, again).status_code == 302
    assert not who(client).is_anonymous
    assert client.get(BACK, again).status_code == 403


def test_whoever_leaves_as_one_person_does_not_come_back_as_another(client, there, idporten):
    ada, bo = PersonFactory(), PersonFactory()
    client.force_login(ada)
    brought = there.let_in(leave(client, idporten))
    session = client.session
    session["_auth_user_id"] = str(bo.pk)
    session.save()

    assert client.get(BACK, brought).status_code == 403
    assert not Identity.objects.exists()


def test_an_old_way_leads_nowhere(client, there, idporten):
    brought = there.let_in(leave(client, idporten))
    session = client.session
    session["people_e_id_attempt"] |= {"began": time.time() - 901}
    session.save()

    assert client.get(BACK, brought).status_code == 403


def test_whoever_turns_round_there_is_told_and_can_sign_in_otherwise(client, there, idporten):
    state = parse_qs(urlsplit(leave(client, idporten)).query)["state"][0]

    answer = client.get(BACK, {"state": state, "error": "access_denied"}, follow=True)

    assert answer.redirect_chain[-1][0] == "/people/sign-in/"
    assert "You did not sign in with “ID-porten”." in answer.text


def test_an_e_id_opens_one_account(client, there, idporten):
    IdentityFactory(provider=idporten, sub="ada")
    client.force_login(bo := PersonFactory())

    answer = come_back(client, there, leave(client, idporten), sub="ada")

    assert answer.status_code == 409
    assert "This e-ID belongs to another account." in answer.text
    assert not Identity.objects.filter(person=bo).exists()


def test_an_account_has_one_e_id_of_each_provider(client, there, idporten):
    ada = IdentityFactory(provider=idporten).person
    client.force_login(ada)

    assert come_back(client, there, leave(client, idporten), sub="another").status_code == 409
    assert Identity.objects.filter(person=ada).count() == 1


def test_a_provider_serves_the_municipality_that_trusts_it_and_no_other(client, there, idporten):
    neighbour = MunicipalityFactory(host="neighbour.localhost")
    theirs = ProviderFactory(
        municipality=neighbour,
        issuer=there.address,
        client_id=CLIENT,
        sealed_secret=idporten.sealed_secret,
    )
    ada = IdentityFactory(provider=theirs, sub="ada").person

    assert client.post(f"/people/e-id/{theirs.pk}/").status_code == 404
    assert level_of(ada, idporten.municipality) == Level.REACHABLE
    assert level_of(ada, neighbour) == Level.IDENTIFIED
    come_back(client, there, leave(client, idporten), sub="ada")
    assert who(client).is_anonymous, "the same person there, and not yet known here"
    brought = there.let_in(leave(client, idporten))
    assert client.get(BACK, brought, headers={"host": "neighbour.localhost"}).status_code != 302


def test_an_e_id_of_the_level_of_e_mail_makes_nobody_surer(there, idporten):
    feide = ProviderFactory(municipality=idporten.municipality, level=Level.REACHABLE)
    ada = IdentityFactory(provider=feide).person

    assert level_of(ada, idporten.municipality) == Level.REACHABLE


def test_a_closed_account_stays_closed(client, there, idporten):
    IdentityFactory(provider=idporten, sub="ada", person__is_active=False)

    answer = come_back(client, there, leave(client, idporten), sub="ada")

    assert answer.status_code == 403
    assert who(client).is_anonymous


def test_an_e_id_is_taken_away_by_its_owner_alone(client, idporten):
    identity = IdentityFactory(provider=idporten)
    address = f"/people/me/e-id/{identity.pk}/take-away/"
    client.force_login(PersonFactory())
    assert client.post(address).status_code == 404

    client.force_login(identity.person)
    assert client.post(address).url == "/people/me/"

    assert not Identity.objects.exists()


def test_signing_out_here_shows_the_way_out_there(client, there, idporten):
    IdentityFactory(provider=idporten, sub="ada")
    come_back(client, there, leave(client, idporten), sub="ada")

    page = client.post("/people/sign-out/", follow=True)

    assert who(client).is_anonymous
    asked = urlencode({"client_id": CLIENT, "post_logout_redirect_uri": "http://testserver/"})
    assert f'href="{there.address}/sign-out?{asked}"'.replace("&", "&amp;") in page.text


def test_so_it_does_after_a_second_factor(client, there, idporten):
    idporten.level = Level.REACHABLE
    idporten.save()
    ada = IdentityFactory(provider=idporten, sub="ada").person
    SecondFactorFactory(person=ada)
    come_back(client, there, leave(client, idporten), sub="ada")
    assert who(client).is_anonymous

    client.post("/people/sign-in/second-step/", {"code": app_shows()})

    assert who(client) == ada
    assert client.post("/people/sign-out/").url == f"/people/signed-out/{idporten.pk}/"


def test_a_provider_that_is_silent_or_another_is_told_plainly(client, there, idporten):
    there.says_it_is = "http://localhost:1"

    answer = client.post(f"/people/e-id/{idporten.pk}/")

    assert answer.status_code == 503
    assert "“ID-porten” does not answer. Sign in by e-mail" in answer.text


def test_a_new_key_of_the_server_finds_who_was_known_before(client, there, idporten, settings):
    ada = IdentityFactory(provider=idporten, sub="ada").person
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]

    come_back(client, there, leave(client, idporten), sub="ada")

    assert who(client) == ada


def test_new_keys_are_found_when_a_token_names_one(client, there, idporten):
    IdentityFactory(provider=idporten, sub="ada")
    cache.set(f"people.oidc.keys:{there.address}/keys", {"keys": []})

    come_back(client, there, leave(client, idporten), sub="ada")

    assert not who(client).is_anonymous


@pytest.fixture(scope="module")
def written_by_others():
    """`oidc-provider-mock`: a provider by other authors, after the same standards."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **quiet) as process:  # noqa: S603
        for _try in range(600):
            with suppress(OSError), socket.create_connection(("localhost", port)):
                break
            time.sleep(0.1)
        yield port
        process.terminate()


def test_a_provider_that_others_wrote_is_understood(
    client, municipality, settings, written_by_others
):
    settings.OIDC_LOOPBACK = True
    address = f"http://localhost:{written_by_others}"
    provider = ProviderFactory(municipality=municipality, issuer=address, client_id="samskap")
    client.force_login(ada := PersonFactory())
    way = urlsplit(leave(client, provider))
    with closing(HTTPConnection(way.netloc, timeout=20)) as browser:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        browser.request("POST", f"{way.path}?{way.query}", "sub=ada", form)
        brought = urlsplit(browser.getresponse().headers["Location"]).query

    assert client.get(f"{BACK}?{brought}").url == "/people/me/"

    assert level_of(ada, municipality) == Level.IDENTIFIED
