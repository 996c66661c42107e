"""What guards a view: somebody must be signed in, or show that the whole account is theirs."""

import time
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person
from samskap.people.sessions import ADDRESS_SHOWN, PROVIDER

P = ParamSpec("P")
SHOWN_LASTS = 900  # seconds


class SignedInRequest(MunicipalityRequest):
    """A request by somebody who is signed in."""

    user: Person


def own_path(request: HttpRequest, address: str, otherwise: str = "/") -> str:
    """Take an address only where it leads back into this house, as a path.

    A browser takes what follows two slashes, or a slash and a backslash, for a host: of
    “http://here//there.example” only one slash is left.
    """
    host = request.get_host()
    if not address or not url_has_allowed_host_and_scheme(address, allowed_hosts={host}):
        return otherwise
    parts = urlsplit(address)
    path = "/" + parts.path.lstrip("/\\")
    return path + (f"?{parts.query}" if parts.query else "")


def way_back(request: HttpRequest) -> str:
    """Where to go on after something else had to be done first.

    A page that was asked for is asked for again; a form that was sent cannot be sent again by
    itself, so the way back is the page it stood on.
    """
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    return own_path(request, request.headers.get("Referer", ""))


def sign_in_path(request: HttpRequest) -> str:
    """Where to sign in, and where to come back to afterwards."""
    return f"{reverse('people:sign_in')}?{urlencode({'next': way_back(request)})}"


def signed_in(
    view: Callable[Concatenate[SignedInRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Let a view be reached only by somebody who is signed in; others sign in first."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)  # type: ignore[arg-type]
        if request.headers.get("HX-Request"):  # a part of a page: the page then asks by itself
            return HttpResponse(status=HTTPStatus.UNAUTHORIZED)
        messages.info(request, _("Sign in to go on. You need only your e-mail address."))
        return redirect(sign_in_path(request))

    return guarded


def address_shown(
    view: Callable[Concatenate[SignedInRequest, P], HttpResponse],
) -> Callable[Concatenate[SignedInRequest, P], HttpResponse]:
    """Let what touches the whole account be done only by whoever reads its e-mail; stands inside.

    An account holds in every municipality, and what a provider says in one: whoever came in by a
    provider first types a code that is sent to the account’s address.
    """

    @wraps(view)
    def guarded(request: SignedInRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        shown_at = request.session.get(ADDRESS_SHOWN, 0)
        if PROVIDER not in request.session or time.time() < shown_at + SHOWN_LASTS:
            return view(request, *args, **kwargs)
        asked = urlencode({"next": way_back(request)})
        return redirect(f"{reverse('people:show_address')}?{asked}")

    return guarded
