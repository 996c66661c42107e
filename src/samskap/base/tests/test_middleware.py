"""What every request passes."""

import json
import logging

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.urls import ResolverMatch
from prometheus_client import REGISTRY

from samskap.base.errors import TooOften
from samskap.base.middleware import RefusalMiddleware, SafetyMiddleware, policy, typed_in, way_back
from samskap.base.refusals import Refusal


class BoatIsFull(Refusal):
    """A refusal for these tests."""

    code = "tests.boat_is_full"
    text = "“%(boat)s” is full. <Take> the next one."


class NotYourBoat(Refusal):
    """Another."""

    code = "tests.not_your_boat"
    text = "This boat is not yours."
    status = 403


def refused(rf, refusal, **headers):
    request = rf.get("/x/", headers=headers)
    request.user = AnonymousUser()
    return RefusalMiddleware(lambda _request: HttpResponse()).process_exception(request, refusal)


# Refusals


@pytest.mark.django_db
def test_a_person_gets_a_page_that_says_why(rf):
    response = refused(rf, BoatIsFull(boat="Fram"), Accept="text/html,*/*;q=0.8")
    assert response.status_code == 409
    assert "“Fram” is full. &lt;Take&gt; the next one." in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_a_part_of_a_page_gets_a_part(rf):
    response = refused(rf, BoatIsFull(boat="Fram"), HX_Request="true")
    assert response.status_code == 409
    assert response.content.decode().strip() == (
        '<div class="notice notice--warning" role="alert">'
        "<p>“Fram” is full. &lt;Take&gt; the next one.</p></div>"
    )


def test_a_program_gets_the_code(rf):
    response = refused(rf, BoatIsFull(boat="Fram"), Accept="application/json")
    assert response.status_code == 409
    assert json.loads(response.content) == {
        "code": "tests.boat_is_full",
        "text": "“Fram” is full. <Take> the next one.",
    }


def test_a_refusal_may_have_a_plainer_status(rf):
    assert refused(rf, NotYourBoat(), Accept="application/json").status_code == 403


def test_too_often_says_when_to_come_back(rf):
    response = refused(rf, TooOften(seconds=90), Accept="application/json")
    assert (response.status_code, response["Retry-After"]) == (429, "90")


@pytest.mark.django_db
def test_whoever_opens_the_address_of_a_button_gets_a_page(client, municipality):
    answer = client.get("/people/e-id/1/", headers={"accept": "text/html"})

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "this address belongs to a button" in answer.text


def test_a_fault_is_left_to_those_who_mend_it(rf):
    assert refused(rf, RuntimeError("broken")) is None


def test_refusals_are_counted_by_their_code(rf):
    def counted():
        return REGISTRY.get_sample_value("samskap_refusals_total", {"code": BoatIsFull.code}) or 0

    before = counted()
    refused(rf, BoatIsFull(boat="Fram"), Accept="application/json")
    assert counted() == before + 1


def test_a_refusal_hands_back_what_somebody_wrote(rf):
    long = "The bus runs every hour, " * 5

    assert typed_in(rf.post("/x/", {"text": long, "number": "7", "key": "k" * 90})) == [long]
    assert typed_in(rf.get("/x/", {"text": long})) == []


@pytest.mark.parametrize(
    ("came_from", "back"),
    [
        ("http://testserver/ideas/?a=b", "http://testserver/ideas/?a=b"),
        ("https://elsewhere.example/", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_the_way_back_never_leads_elsewhere(rf, came_from, back):
    assert way_back(rf.get("/x/", headers={"Referer": came_from})) == back


# Headers


def passed(request, response=None):
    return SafetyMiddleware(lambda _request: response or HttpResponse())(request)


def test_every_answer_carries_a_policy_that_lets_nothing_foreign_in(rf):
    sent = passed(rf.get("/"))["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in sent.split("; "))
    assert rules["default-src"] == "'none'"
    assert {rules[name] for name in ("script-src", "style-src", "connect-src", "form-action")} == {
        "'self'"
    }
    assert rules["img-src"] == "'self' data:"
    assert "unsafe" not in sent
    assert "http" not in sent
    assert "*" not in sent


def test_only_pictures_may_come_from_the_host_of_the_map(settings):
    settings.MAP_CSP_HOST = "https://tiles.example.org"
    assert policy().count("tiles.example.org") == 1
    assert "img-src 'self' data: https://tiles.example.org;" in policy()


def test_the_other_headers_are_there(rf):
    response = passed(rf.get("/"))
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in response["Permissions-Policy"]
    assert "Content-Security-Policy-Report-Only" not in response


def test_each_request_has_its_own_name(rf):
    first, second = passed(rf.get("/")), passed(rf.get("/"))
    assert len(first["X-Request-ID"]) == 32
    assert first["X-Request-ID"] != second["X-Request-ID"]


def test_only_a_proxy_may_name_a_request(rf, settings):
    named = {"X-Request-ID": "from-the-proxy-1"}
    assert passed(rf.get("/", headers=named))["X-Request-ID"] != "from-the-proxy-1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert passed(rf.get("/", headers=named))["X-Request-ID"] == "from-the-proxy-1"
    strange = {"X-Request-ID": "kari@example.org"}
    assert passed(rf.get("/", headers=strange))["X-Request-ID"] != "kari@example.org"


# The log


def test_the_log_says_what_was_asked_but_not_by_whom(rf, caplog):
    request = rf.get("/health?mail=kari@example.org", REMOTE_ADDR="192.0.2.7")
    request.resolver_match = ResolverMatch(print, (), {}, url_name="health")
    with caplog.at_level(logging.INFO, logger="samskap.requests"):
        passed(request)
    [record] = caplog.records
    assert record.getMessage() == "answered"
    assert record.facts.pop("milliseconds") >= 0
    assert record.facts == {"method": "GET", "route": "health", "status": 200}


def test_requests_are_counted_by_route_and_never_by_address(rf):
    labels = {"method": "GET", "route": "none", "status": "404"}

    def counted():
        return REGISTRY.get_sample_value("samskap_request_seconds_count", labels) or 0

    before = counted()
    passed(rf.get("/nobody/knows/this"), HttpResponse(status=404))
    assert counted() == before + 1


def test_a_made_up_method_makes_no_new_series(rf):
    labels = {"method": "other", "route": "none", "status": "200"}
    passed(rf.generic("BREW", "/"))
    assert REGISTRY.get_sample_value("samskap_request_seconds_count", labels) >= 1


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/places/?within=%00", "/initiatives/?q=a%00b", "/?%00=1"])
def test_an_address_that_no_database_can_look_for_is_turned_away(client, municipality, path):
    answer = client.get(path)

    assert answer.status_code == 400
    assert "This address cannot be read." in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/municipalities/about/", "/people/me/", "/nothing/"])
def test_nothing_between_keeps_a_page(client, municipality, path):
    assert client.get(path)["Cache-Control"] in ("private, no-cache", "private, no-store")
