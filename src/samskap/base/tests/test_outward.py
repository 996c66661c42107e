"""Nobody leads us into a closed network, or keeps us waiting for ever."""

import socket
import time
from urllib.parse import urlsplit

import pytest

from samskap.base import outward
from samskap.base.outward import LeadsWithin, is_open, line_to, open_address_of
from samskap.testing.networks import CLOSED, OPEN, dripping, found_at


@pytest.mark.parametrize("address", CLOSED)
def test_addresses_of_closed_networks_are_not_open(address):
    assert not is_open(address)


@pytest.mark.parametrize("address", OPEN)
def test_addresses_of_the_internet_are_open_unless_we_stay_here(address):
    assert is_open(address)
    assert not is_open(address, stay_here=True)


def test_a_name_that_leads_to_one_closed_address_among_open_ones_is_refused(monkeypatch):
    found = found_at(OPEN[0], "10.0.0.7")
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: found)

    with pytest.raises(LeadsWithin):
        open_address_of(urlsplit("https://receiver.example/"), stay_here=False)


STATUS = b"HTTP/1.1 200 OK\r\n"
GREETING = b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xfb"  # of TLS, longer than what follows


@pytest.mark.parametrize(
    ("scheme", "begins", "drops"),
    [
        ("http", STATUS, b"X-More: 1\r\n"),
        ("http", STATUS + b"Connection: close\r\n\r\n", b"."),
        ("http", STATUS + b"Content-Length: 1000\r\n\r\n", b"."),
        ("https", GREETING, b"."),
    ],
    ids=["headers", "answer without an end", "long answer", "greeting"],
)
def test_who_never_ends_is_cut_off(scheme, begins, drops, monkeypatch):
    monkeypatch.setattr(outward, "SECONDS_IN_ALL", 0.5)

    def ask(port):
        with line_to(urlsplit(f"{scheme}://127.0.0.1:{port}/"), stay_here=True) as line:
            line.request("GET", "/")
            line.getresponse().read()

    with dripping(begins, drops) as port:
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            ask(port)
        took = time.monotonic() - began

    assert took > 0.4  # before that nobody lost patience; what drips ends in another fault
