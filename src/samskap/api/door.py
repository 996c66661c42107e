"""What every question to the API goes through, whatever it asks for."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from samskap.api.errors import NobodyHere, NothingHere, NotUnderstood, OnlyForReading
from samskap.api.open_data import docs_address, say_no
from samskap.base.errors import TooOften
from samskap.base.open_data import link_to_next
from samskap.base.rates import count

METHODS = "GET, HEAD, OPTIONS"
FOR_EVERY_SITE = {  # the data are open: pages of any site may read them, without cookies
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
BEFORE_ASKING = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
    "Access-Control-Max-Age": "86400",  # seconds
    "Allow": METHODS,
}
View = Callable[..., HttpResponseBase]


def door(view: View) -> View:
    """Let only questions in that can be answered, and send every answer with what it needs.

    Who asks makes no difference: the API shows everyone what pages show to whoever is not signed
    in.
    """

    @csrf_exempt  # nothing can be changed here, so a POST is told so and not about cookies
    @wraps(view)
    def enter(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
        response = _turned_away(request) or _answered(request, view, *args, **named)
        for name, value in FOR_EVERY_SITE.items():
            response.headers[name] = value
        return response

    return enter


def _turned_away(request: HttpRequest) -> HttpResponse | None:
    """Answer what needs no looking up; None where the question may come in."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=BEFORE_ASKING)
    if request.method not in {"GET", "HEAD"}:
        refused = say_no(request, OnlyForReading())
        refused.headers["Allow"] = METHODS
        return refused
    if request.municipality is None:  # type: ignore[attr-defined]
        return say_no(request, NobodyHere())
    if "\x00" in request.path:  # a database cannot look for it
        return say_no(request, NothingHere(docs=docs_address(request)))
    if wrong := [name for name in request.GET if "\x00" in name + request.GET[name]]:
        names = ", ".join(wrong).replace("\x00", "")
        return say_no(request, NotUnderstood(names=names, docs=docs_address(request)))
    try:
        count(request, "open_data")
    except TooOften as refusal:
        return say_no(request, refusal)
    return None


def _answered(request: HttpRequest, view: View, *args: Any, **named: Any) -> HttpResponseBase:
    """Answer the question; in a few bytes where the asker has the answer already."""
    asked = request.method
    request.method = "GET"  # HEAD is the same without a body, which the server leaves out
    response = view(request, *args, **named)
    request.method = asked
    if response.status_code == 304:
        return response
    if response.status_code != 200:
        del response.headers["ETag"]
        response.headers["Cache-Control"] = "no-store"
        return response
    response.headers["Cache-Control"] = "public, no-cache"  # keep it, and ask whether it holds
    if not isinstance(response, HttpResponse):
        return response  # a long table, sent while it is read
    link_to_next(request, response)
    if "ETag" not in response.headers:
        digest = hashlib.blake2b(response.content, digest_size=16).hexdigest()
        response.headers["ETag"] = f'"{digest}"'
    tag = response.headers["ETag"]
    return get_conditional_response(request, etag=tag, response=response) or response
