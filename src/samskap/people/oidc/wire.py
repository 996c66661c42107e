"""Asking a provider over the network.

Administrators choose whom we ask. Nobody may use that to reach what only this machine or its
neighbours can reach: we ask over HTTPS, at public addresses, and go nowhere that we are sent on to.
"""

import json
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from samskap.base.outward import line_to

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
    told = {"Accept": "application/json", "Connection": "close", **(headers or {})}
    if form is not None:
        told["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        body = None if form is None else urlencode(form)
        with line_to(parts, stay_here=settings.OIDC_LOOPBACK) as line:
            line.request("GET" if form is None else "POST", path, body, told)
            with line.getresponse() as answer:
                if answer.status != 200:
                    raise Unreachable(f"status {answer.status}")
                read = answer.read(MOST_BYTES + 1)
        if len(read) > MOST_BYTES:
            raise Unreachable("too long")
        said = json.loads(read)
    except (OSError, HTTPException, ValueError, RecursionError) as fault:
        raise Unreachable(type(fault).__name__) from fault
    if not isinstance(said, dict):
        raise Unreachable("no object")
    return said
