"""Nobody leads us into a closed network, keeps us waiting, or sends us somewhere else."""

import socket
import threading
import time

import pytest
from django.utils.crypto import get_random_string

from samskap.webhooks import sending
from samskap.webhooks.errors import AddressIsNotSafe, AddressIsWithin
from samskap.webhooks.sending import is_open, open_address_of, parts_of, post


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
    "address",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.7", "172.16.5.4", "192.168.1.1",  # noqa: S104
        "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::",
        "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::",
    ],
)  # fmt: skip
def test_addresses_of_closed_networks_are_not_open(address):
    assert not is_open(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_of_the_internet_are_open(address):
    assert is_open(address)


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_however_this_machine_is_written_it_is_not_reached(host):
    with pytest.raises(AddressIsWithin):
        open_address_of(parts_of(f"https://{host}/"))

    assert post(f"https://{host}/", "{}", {}).fault == "AddressIsWithin"


def test_a_name_that_leads_to_one_closed_address_among_open_ones_is_refused(monkeypatch):
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))
        for address in ("93.184.215.14", "10.0.0.7")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: found)

    with pytest.raises(AddressIsWithin):
        open_address_of(parts_of("https://receiver.example/"))


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
    monkeypatch.setattr(sending, "SECONDS", 0.2)
    listening.waits = 1

    began = time.monotonic()
    answer = post(listening.url, "{}", {"webhook-id": "msg_1"})

    assert (answer.status, answer.fault) == (None, "TimeoutError")
    assert time.monotonic() - began < 0.9


def test_who_never_ends_is_cut_off(here, monkeypatch):
    monkeypatch.setattr(sending, "SECONDS_IN_ALL", 0.5)
    door = socket.create_server(("127.0.0.1", 0))

    def drip():
        line, _from = door.accept()
        with line:
            try:
                line.sendall(b"HTTP/1.1 200 OK\r\n")
                for _piece in range(100):
                    line.sendall(f"X-{get_random_string(4)}: 1\r\n".encode())
                    time.sleep(0.05)
            except OSError:
                return

    thread = threading.Thread(target=drip)
    thread.start()
    began = time.monotonic()
    answer = post(f"http://127.0.0.1:{door.getsockname()[1]}/", "{}", {})
    took = time.monotonic() - began
    thread.join()
    door.close()

    assert not answer.is_taken
    assert took < 3


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(listening):
    answer = post(listening.url.replace("http://", "https://"), "{}", {})

    assert answer.status is None
    assert answer.fault in {"SSLError", "SSLCertVerificationError"}
