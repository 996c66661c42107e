"""What guards a view: somebody must be signed in."""

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

P = ParamSpec("P")


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


def sign_in_path(request: HttpRequest) -> str:
    """Where to sign in, and where to come back to afterwards.

    A page that was asked for is asked for again; a form that was sent cannot be sent again by
    itself, so the way back is the page it stood on.
    """
    reading = request.method in ("GET", "HEAD")
    back = (
        request.get_full_path()
        if reading
        else own_path(request, request.headers.get("Referer", ""))
    )
    return f"{reverse('people:sign_in')}?{urlencode({'next': back})}"


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
