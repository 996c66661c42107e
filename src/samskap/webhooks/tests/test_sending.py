"""Nobody leads us into a closed network, keeps us waiting, or sends us somewhere else."""

import socket

import pytest

from samskap.base import outward
from samskap.webhooks.errors import AddressIsNotSafe, AddressIsWithin
from samskap.webhooks.sending import parts_of, post, see_that_it_leads_out


@pytest.mark.parametrize(
    "url",
    [
        "http://receiver.example/",
        "ftp://receiver.example/",
        "https://",
        "https://ada:secret@receiver.example/",
        "https://receiver.example:99999/",
        "https://receiver.example/a b",
        "https://receiver.example/\nhost: other",
        "https://[::1/",
        "file:///etc/passwd",
        "",
    ],
)
def test_only_plain_https_is_safe(url):
    with pytest.raises(AddressIsNotSafe):
        parts_of(url)


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_however_this_machine_is_written_it_is_not_reached(host):
    with pytest.raises(AddressIsWithin):
        see_that_it_leads_out(f"https://{host}/")

    assert post(f"https://{host}/", "{}", {}).fault == "LeadsWithin"


def test_the_name_is_looked_up_once_and_that_address_is_used(listening, monkeypatch):
    asked = []
    real = socket.getaddrinfo

    def once(host, *more, **named):
        asked.append(host)
        return real("127.0.0.1" if host == "changes.example" else host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    listening.says = 204

    url = listening.url.replace("127.0.0.1", "changes.example")
    answer = post(url, "{}", {"webhook-id": "msg_1"})

    assert answer.is_taken
    assert asked.count("changes.example") == 1
    assert listening.sent[0][0]["Host"].startswith("changes.example:")


def test_a_redirect_is_not_followed(listening):
    listening.says, listening.leads_to = 302, listening.url

    answer = post(listening.url, "{}", {"webhook-id": "msg_1"})

    assert (answer.status, answer.is_taken, len(listening.names)) == (302, False, 1)


def test_who_does_not_answer_is_not_waited_for(listening, monkeypatch):
    monkeypatch.setattr(outward, "SECONDS", 0.2)
    listening.waits = 1

    answer = post(listening.url, "{}", {"webhook-id": "msg_1"})

    assert (answer.status, answer.fault) == (None, "TimeoutError")


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(listening):
    answer = post(listening.url.replace("http://", "https://"), "{}", {})

    assert answer.status is None
    assert answer.fault in {"SSLError", "SSLCertVerificationError"}
