"""Setting up a provider of e-ID, and whom we ask over the network for it."""

import json
import socket

import jwt
import pytest

from samskap.base import outward
from samskap.people.errors import SealIsBroken
from samskap.people.models import Provider
from samskap.people.oidc.keys import open_half
from samskap.people.oidc.wire import Unreachable, ask, may_ask
from samskap.people.sealed import seal, unseal
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import ProviderFactory, person_with
from samskap.testing.issuer import CLIENT, SECRET, issuer
from samskap.testing.networks import CLOSED, OPEN, dripping, found_at

pytestmark = pytest.mark.django_db

PROVIDERS = "/people/providers/"


@pytest.fixture
def there(settings):
    settings.OIDC_LOOPBACK = True
    with issuer() as one:
        yield one


@pytest.fixture
def told(there):
    """What an administrator fills in."""
    return {
        "name": "ID-porten",
        "issuer": there.address,
        "client_id": CLIENT,
        "proof": "secret",
        "secret": SECRET,
        "acr_values": "idporten-loa-substantial",
        "subject_claim": "sub",
        "level": "2",
        "is_open": "on",
    }


@pytest.fixture
def administrator(client, municipality):
    client.force_login(one := person_with("administrator", municipality))
    return one


def test_a_provider_is_set_up_and_then_offered(client, there, told, administrator):
    answer = client.post(PROVIDERS, told)

    one = Provider.objects.get()
    assert answer.url == f"{PROVIDERS}{one.pk}/"
    assert one.sign_out_url == f"{there.address}/sign-out"
    client.logout()
    assert ">ID-porten</button>" in client.get("/people/sign-in/").text


def test_a_secret_is_never_shown_again_and_lies_sealed(client, told, administrator):
    page = client.post(PROVIDERS, told, follow=True).text

    one = Provider.objects.get()
    assert SECRET not in page
    assert SECRET not in one.sealed_secret
    assert unseal(one.sealed_secret) == SECRET
    client.post(f"{PROVIDERS}{one.pk}/", told | {"secret": "", "name": "MitID"})
    one.refresh_from_db()
    assert (one.name, unseal(one.sealed_secret)) == ("MitID", SECRET), "empty keeps it"


def test_of_a_key_pair_only_the_open_half_is_shown(client, told, administrator):
    page = client.post(PROVIDERS, told | {"proof": "key", "secret": ""}, follow=True).text

    one = Provider.objects.get()
    shown = json.loads(open_half(one))
    assert shown.keys() == {"kty", "n", "e", "use", "alg", "kid"}
    assert shown["n"] in page
    assert not jwt.PyJWK(shown).key.__class__.__name__.endswith("PrivateKey")
    client.post(f"{PROVIDERS}{one.pk}/new-key/")
    one.refresh_from_db()
    assert json.loads(open_half(one))["kid"] != shown["kid"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer": "http://idporten.example"},
        {"issuer": "https://user@idporten.example"},
        {"issuer": "file:///etc/passwd"},
        {"subject_claim": "pid"},
        {"subject_claim": "dk_cpr"},
        {"secret": ""},
        {"level": "3"},
    ],
)
def test_what_would_not_be_safe_is_asked_for_again(client, told, administrator, wrong):
    answer = client.post(PROVIDERS, told | wrong)

    assert answer.status_code == 200
    assert not Provider.objects.exists()


def test_who_does_not_answer_as_itself_is_not_kept(client, there, told, administrator):
    there.says_it_is = "https://idporten.example"

    answer = client.post(PROVIDERS, told)

    assert "Nobody answers there as they should." in answer.text
    assert not Provider.objects.exists()


def test_the_same_provider_is_set_up_once(client, told, administrator):
    client.post(PROVIDERS, told)

    assert client.post(PROVIDERS, told).status_code == 409
    assert Provider.objects.count() == 1


@pytest.mark.parametrize("role", ["resident", "facilitator", "data_protection_officer"])
def test_only_administrators_decide_how_people_sign_in(client, municipality, role):
    one = ProviderFactory(municipality=municipality)
    client.force_login(person_with(role, municipality))

    pages = [PROVIDERS, f"{PROVIDERS}{one.pk}/"]
    assert [client.get(page).status_code for page in pages] == [403, 403]
    assert client.post(f"{PROVIDERS}{one.pk}/new-key/").status_code == 403


def test_an_administrator_changes_the_providers_of_one_municipality(client, administrator):
    theirs = ProviderFactory(municipality=MunicipalityFactory())

    assert client.get(f"{PROVIDERS}{theirs.pk}/").status_code == 404
    assert client.post(f"{PROVIDERS}{theirs.pk}/new-key/").status_code == 404


def test_another_key_of_the_server_opens_nothing_until_the_old_one_is_named(settings):
    sealed = seal("a secret")
    settings.SECRET_KEY, old = "another", settings.SECRET_KEY
    with pytest.raises(SealIsBroken):
        unseal(sealed)

    settings.SECRET_KEY_FALLBACKS = [old]

    assert unseal(sealed) == "a secret"


@pytest.mark.parametrize("addresses", [*([each] for each in CLOSED), [OPEN[0], "10.0.0.7"]])
def test_nobody_reaches_the_neighbours_of_this_machine_through_us(addresses, monkeypatch):
    reached = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: found_at(*addresses))
    monkeypatch.setattr(socket, "create_connection", lambda *where, **how: reached.append(where))

    with pytest.raises(Unreachable):
        ask("https://idporten.example/")

    assert reached == []


def test_a_provider_whose_answer_never_ends_is_cut_off(settings, monkeypatch):
    settings.OIDC_LOOPBACK = True
    monkeypatch.setattr(outward, "SECONDS_IN_ALL", 0.5)

    with (
        dripping(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n") as port,
        pytest.raises(Unreachable, match="TimeoutError"),
    ):
        ask(f"http://localhost:{port}/")


def test_a_provider_that_answers_with_endless_brackets_is_unreachable(settings):
    settings.OIDC_LOOPBACK = True
    brackets = b"[" * 100_000
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(brackets)}\r\n\r\n".encode()

    with (
        dripping(head + brackets, b"") as port,
        pytest.raises(Unreachable, match="RecursionError"),
    ):
        ask(f"http://localhost:{port}/")


def test_this_machine_is_asked_only_where_a_setting_says_so(settings):
    assert not may_ask("http://localhost:8000/")
    settings.OIDC_LOOPBACK = True
    assert may_ask("http://localhost:8000/")
    assert not may_ask("http://idporten.example/")
