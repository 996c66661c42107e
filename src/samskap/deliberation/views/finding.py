"""Finding what an address names, who asks, and in which language they read."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from samskap.base.rates import address_of
from samskap.deliberation.errors import NotYoursToKeep
from samskap.deliberation.knowing import Voter, new_secret
from samskap.deliberation.languages import CHOICES, NAME, wanted
from samskap.deliberation.models import Deliberation, Statement
from samskap.deliberation.permissions import may_keep
from samskap.deliberation.queries.deliberations import deliberation_in, statement_in
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest
from samskap.people.models import Person

# Over HTTPS a browser takes such a name from this very host only, never from a neighbour’s.
COOKIE = "__Host-participant" if settings.SESSION_COOKIE_SECURE else "participant"
READ_IN = f"__Host-{NAME}" if settings.SESSION_COOKIE_SECURE else NAME
SALT = "deliberation.participant"
HALF_A_YEAR = 180 * 86_400  # seconds


def the_deliberation(request: MunicipalityRequest, pk: int) -> Deliberation:
    """The deliberation at an address."""
    found: Deliberation = get_object_or_404(deliberation_in(request.municipality), pk=pk)
    return found


def kept_deliberation(request: SignedInRequest, pk: int) -> Deliberation:
    """The deliberation at an address, for those who keep it."""
    found = the_deliberation(request, pk)
    if not may_keep(request.user, found):
        raise NotYoursToKeep
    return found


def the_statement(request: MunicipalityRequest, pk: int) -> Statement:
    """The statement at an address."""
    found: Statement = get_object_or_404(statement_in(request.municipality), pk=pk)
    return found


def voter_of(request: HttpRequest, *, is_new: bool = False) -> Voter:
    """Whoever asks: a person who is signed in, or the cookie they have from before.

    is_new  whether somebody without either gets a new one now
    """
    secret = secret_in(request)
    if isinstance(request.user, Person):
        return Voter(person=request.user, cookie=secret)
    if is_new and not secret:
        secret = new_secret()
    return Voter(cookie=secret, address=address_of(request))


def secret_in(request: HttpRequest) -> str:
    """What the cookie holds, where we made it ourselves; else nothing."""
    return request.get_signed_cookie(COOKIE, "", salt=SALT, max_age=HALF_A_YEAR) or ""


def keep_secret(answer: HttpResponse, voter: Voter) -> None:
    """Let the cookie stand for whoever votes without an account, so that each is one voter.

    It is set with the first vote, never before, and is needed for what was asked for, so nobody has
    to consent (Directive 2002/58/EC art. 5 (3)); ekomloven § 3-15.
    """
    if voter.person is None and voter.cookie:
        answer.set_signed_cookie(
            COOKIE,
            voter.cookie,
            salt=SALT,
            max_age=HALF_A_YEAR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )


def chosen_in(request: HttpRequest) -> str:
    """The language in which somebody chose to read statements, now or before; empty where not."""
    said = (request.GET.get(NAME, ""), request.COOKIES.get(READ_IN, ""))
    return next((each for each in said if each in CHOICES), "")


def read_in(request: HttpRequest) -> Sequence[str]:
    """The languages in which somebody reads statements, the best first."""
    return wanted(chosen_in(request))


def in_chosen_language(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a page keep the language in which somebody chose to read, until the browser is closed.

    Nothing is kept of whoever has not chosen.
    """

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        """Show the page, and keep the choice that its address names."""
        answer = view(request, *args, **named)
        chosen = request.GET.get(NAME, "")
        if chosen in CHOICES:
            secure = settings.SESSION_COOKIE_SECURE
            answer.set_cookie(READ_IN, chosen, httponly=True, samesite="Lax", secure=secure)
        return answer

    return kept
