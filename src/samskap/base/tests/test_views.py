"""Pages for machines."""

import pytest

from samskap.base.queue.worker import work_off
from samskap.base.tests import jobs

pytestmark = pytest.mark.django_db


def test_a_house_that_is_well_says_so(client, table):
    response = client.get("/health")
    assert response.status_code == 200
    assert response.json() == {
        "status": "well",
        "database": "answers",
        "queue": {"status": "well", "waiting": 0, "given_up": 0, "late_seconds": 0},
    }
    assert "no-store" in response["Cache-Control"]


def test_what_waits_and_what_was_given_up_is_told(client, table):
    jobs.fail_for_good.enqueue()
    work_off()
    jobs.greet.enqueue("Ada")
    queue = client.get("/health").json()["queue"]
    assert (queue["waiting"], queue["given_up"], queue["status"]) == (1, 1, "well")


def test_a_queue_that_stands_still_is_told_but_the_house_serves(client, table):
    jobs.greet.enqueue("Ada")
    table.make_late(660)
    response = client.get("/health")
    assert response.status_code == 200
    queue = response.json()["queue"]
    assert queue["status"] == "late"
    assert 660 <= queue["late_seconds"] < 720


def test_numbers_are_given_on_this_machine(client, table):
    jobs.greet.enqueue("Ada")
    response = client.get("/metrics")
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
def test_numbers_are_given_to_nobody_else(client, asked):
    assert client.get("/metrics", **asked).status_code == 404


def test_behind_a_proxy_this_machine_is_anybody(client, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert client.get("/metrics").status_code == 404


def test_whoever_knows_the_token_reads_the_numbers(client, settings, table):
    settings.METRICS_TOKEN = "correct horse"  # noqa: S105
    known, wrong = {"Authorization": "Bearer correct horse"}, {"Authorization": "Bearer wrong"}
    assert client.get("/metrics", headers=known, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers=wrong).status_code == 404
