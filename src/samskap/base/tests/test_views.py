"""Pages for machines."""

import json

import pytest
from django.test import RequestFactory

from samskap.base import views
from samskap.base.queue.worker import work_off
from samskap.base.tests import jobs

pytestmark = pytest.mark.django_db


def ask(page, **named):
    return page(RequestFactory().get("/", **named))


def told(response):
    return json.loads(response.content)


def test_a_house_that_is_well_says_so():
    response = ask(views.health)
    assert response.status_code == 200
    assert told(response) == {
        "status": "well",
        "database": "answers",
        "queue": {"status": "well", "waiting": 0, "given_up": 0, "late_seconds": 0},
    }
    assert "no-store" in response["Cache-Control"]


def test_what_waits_and_what_was_given_up_is_told():
    jobs.fail_for_good.enqueue()
    work_off()
    jobs.greet.enqueue("Ada")
    queue = told(ask(views.health))["queue"]
    assert (queue["waiting"], queue["given_up"], queue["status"]) == (1, 1, "well")


def test_a_queue_that_stands_still_is_told(monkeypatch):
    jobs.greet.enqueue("Ada")
    monkeypatch.setattr(views, "LATE", -1)
    response = ask(views.health)
    assert (response.status_code, told(response)["queue"]["status"]) == (200, "late")


def test_numbers_are_given_on_this_machine():
    jobs.greet.enqueue("Ada")
    response = ask(views.metrics)
    lines = response.content.decode().splitlines()
    assert response.status_code == 200
    assert "samskap_jobs_waiting 1.0" in lines
    assert "samskap_jobs_given_up 0.0" in lines
    assert any(line.startswith("# TYPE samskap_request_seconds histogram") for line in lines)


@pytest.mark.parametrize(
    "asked",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": ""},
        {"headers": {"X-Forwarded-For": "127.0.0.1"}},
        {"headers": {"Authorization": "Bearer "}, "REMOTE_ADDR": "192.0.2.7"},
    ],
)
def test_numbers_are_given_to_nobody_else(asked):
    with pytest.raises(views.Http404):
        ask(views.metrics, **asked)


def test_behind_a_proxy_this_machine_is_anybody(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    with pytest.raises(views.Http404):
        ask(views.metrics)


def test_whoever_knows_the_token_reads_the_numbers(settings):
    settings.METRICS_TOKEN = "correct horse"  # noqa: S105
    asked = {"headers": {"Authorization": "Bearer correct horse"}, "REMOTE_ADDR": "192.0.2.7"}
    assert ask(views.metrics, **asked).status_code == 200
    with pytest.raises(views.Http404):
        ask(views.metrics)
    with pytest.raises(views.Http404):
        ask(views.metrics, headers={"Authorization": "Bearer wrong"})
