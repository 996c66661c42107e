"""What the session keeps between leaving to a provider, coming back, and having an account."""

import time
from dataclasses import asdict, dataclass

from django.http import HttpRequest

from samskap.people.oidc.flow import LASTS, Attempt

ATTEMPT, FOUND = "people_e_id_attempt", "people_e_id_found"  # in the session


@dataclass(frozen=True, kw_only=True)
class Found:
    """An e-ID that somebody has shown and that no account has."""

    provider: int
    subjects: list[str]
    at: float


def keep_attempt(request: HttpRequest, attempt: Attempt) -> None:
    """Keep a way there until somebody comes back; one at a time."""
    request.session[ATTEMPT] = asdict(attempt)


def take_attempt(request: HttpRequest) -> Attempt | None:
    """Take the way out of the session: it is used once, whatever comes of it."""
    kept = request.session.pop(ATTEMPT, None)
    return Attempt(**kept) if kept else None


def keep_found(request: HttpRequest, *, provider: int, subjects: list[str]) -> None:
    """Keep an e-ID until its owner has signed in to the account it shall open."""
    request.session[FOUND] = asdict(Found(provider=provider, subjects=subjects, at=time.time()))


def found_in(request: HttpRequest) -> Found | None:
    """Read it in the session while it is fresh; what is too old is forgotten."""
    kept = request.session.get(FOUND)
    found = Found(**kept) if kept else None
    if found and time.time() > found.at + LASTS:
        forget_found(request)
        return None
    return found


def forget_found(request: HttpRequest) -> None:
    """Forget it: it has an account now, or belongs to somebody else."""
    request.session.pop(FOUND, None)
