"""Asking a provider over the network.

Administrators choose whom we ask. Nobody may use that to reach what only this machine or its
neighbours can reach: we ask over HTTPS, at public addresses, and go nowhere that we are sent on to.
"""

import ipaddress
import json
import socket
import ssl
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings

SECONDS = 10  # for one question and its answer
MOST_BYTES = 512 * 1024


class Unreachable(Exception):
    """There is no answer that can be used."""


def may_ask(address: str) -> bool:
    """Say whether an address is one we ask: HTTPS, or this machine where a test says so."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    if not parts.hostname or parts.username or parts.password or port == 0:
        return False
    if parts.scheme == "http":
        return settings.OIDC_LOOPBACK and parts.hostname in ("localhost", "127.0.0.1")
    return parts.scheme == "https"


def ask(
    address: str, *, form: dict[str, str] | None = None, headers: dict[str, str] | None = None
) -> dict[str, Any]:
    """Get a JSON object, or send a form and get one. Raises Unreachable."""
    if not may_ask(address):
        raise Unreachable("not an address we ask")
    parts = urlsplit(address)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    kind = _Secure if parts.scheme == "https" else _Plain
    here = kind(parts.netloc, timeout=SECONDS)
    told = {"Accept": "application/json", **(headers or {})}
    if form is not None:
        told["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        body = None if form is None else urlencode(form)
        here.request("GET" if form is None else "POST", path, body, told)
        with here.getresponse() as answer:
            if answer.status != 200:
                raise Unreachable(f"status {answer.status}")
            said = json.loads(_read(answer))
    except (OSError, HTTPException, ValueError) as fault:
        raise Unreachable(type(fault).__name__) from fault
    finally:
        here.close()
    if not isinstance(said, dict):
        raise Unreachable("no object")
    return said


def _read(answer: HTTPResponse) -> bytes:
    """Read an answer of a fair size, in fair time."""
    ends, whole = time.monotonic() + SECONDS, b""
    while piece := answer.read1(65536):
        whole += piece
        if len(whole) > MOST_BYTES or time.monotonic() > ends:
            raise Unreachable("too long")
    return whole


def _reach(host: str, port: int) -> socket.socket:
    """Connect to the first address of a host that may be reached."""
    for *_kind, where in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        found = str(where[0])
        address = ipaddress.ip_address(found)
        is_allowed = address.is_loopback if settings.OIDC_LOOPBACK else address.is_global
        if is_allowed:
            return socket.create_connection((found, port), timeout=SECONDS)
    raise Unreachable("not a public address")


class _Plain(HTTPConnection):
    """A connection to this machine, in tests and demonstrations."""

    def connect(self) -> None:
        """Connect."""
        self.sock = _reach(self.host, self.port)


class _Secure(HTTPSConnection):
    """A connection to a public address that proves its name."""

    def connect(self) -> None:
        """Connect, and see that it is who it says."""
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(_reach(self.host, self.port), server_hostname=self.host)
