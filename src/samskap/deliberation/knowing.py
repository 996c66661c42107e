"""Who somebody without an account is: a cookie, and the network they come from.

Neither is kept. Beside a participant stand keyed hashes, made with the server’s secret key: that of
the cookie and that of the network address are others in each deliberation, so that nobody can be
followed from one to the other. The latter is forgotten when the deliberation closes.
"""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.crypto import salted_hmac

from samskap.deliberation.models import Deliberation
from samskap.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Voter:
    """Whoever stands at the door of a deliberation.

    cookie   what theirs holds; empty without one
    address  the network address they come from
    """

    person: Person | None = None
    cookie: str = ""
    address: str = ""


def new_secret() -> str:
    """Make what a cookie holds: a number that nobody guesses, and that says nothing."""
    return secrets.token_urlsafe(24)


def key_of(secret: str, deliberation: Deliberation) -> str:
    """What the cookie of a participant is known by in one deliberation; empty without a cookie."""
    return _hashed(f"cookie {deliberation.pk} {secret}") if secret else ""


def source_of(address: str, deliberation: Deliberation, day: date | None = None) -> str:
    """What a network address is known by in one deliberation, or on one day of it."""
    return _hashed(f"source {deliberation.pk} {day or ''} {address}")


def place_key(address: str, deliberation: Deliberation) -> str:
    """What a place that many share is known by, for as long as the deliberation lasts."""
    return _hashed(f"place {deliberation.pk} {address}")


def place_of(address: str, deliberation: Deliberation) -> dict[str, Any] | None:
    """The shared place that an address belongs to, such as a library; None for any other."""
    if not deliberation.shared_places:
        return None
    key = place_key(address, deliberation)
    places: list[dict[str, Any]] = deliberation.shared_places
    return next((place for place in places if place["key"] == key), None)


def _hashed(words: str) -> str:
    """A keyed hash of some words."""
    return salted_hmac("samskap.deliberation", words, algorithm="sha256").hexdigest()
