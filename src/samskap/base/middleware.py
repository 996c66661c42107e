"""What every request passes: safety headers, one line of log, and refusals that become pages."""

import logging
import math
import re
import time
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from samskap.base.errors import AddressCannotBeRead, OnlyFromAForm, TooOften
from samskap.base.logs import request_id
from samskap.base.metrics import REFUSALS, REQUESTS
from samskap.base.refusals import Refusal

Answer = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger("samskap.requests")

# Nothing but what this house serves itself. Pictures may also be drawn into a page (data:), and
# come from the one host of map tiles that whoever runs the house has chosen.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# What a browser could give to a page, and ours never ask for: names that Chromium knows, because it
# complains of any other on every page.
UNASKED = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media"
    " fullscreen geolocation gyroscope hid magnetometer microphone midi payment"
    " picture-in-picture publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking"
)
HEADERS = {
    "Permissions-Policy": ", ".join(f"{power}=()" for power in UNASKED.split()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    # A page is made for whoever reads it: the browser asks again, and nothing between keeps it.
    "Cache-Control": "private, no-cache",
}
NUL = "%00"  # as it stands in an address
FROM_THE_PROXY = re.compile(r"[A-Za-z0-9-]{8,64}")


def policy() -> str:
    """Write down the Content-Security-Policy of this house."""
    rules = dict(POLICY)
    if settings.MAP_CSP_HOST:
        rules["img-src"] += f" {settings.MAP_CSP_HOST}"
    if settings.IS_HTTPS:
        rules["upgrade-insecure-requests"] = ""
    return "; ".join(f"{name} {sources}".strip() for name, sources in rules.items())


class SafetyMiddleware:
    """Sends the safety headers with every answer, and tells log and metrics what was asked.

    The log says which route was asked for, how it ended and how long it took: never an address on
    the network or in the browser, never who asked.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.headers = {"Content-Security-Policy": policy(), **HEADERS}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        named = request_id.set(_id_of(request))
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = request_id.get()
            for name, value in self.headers.items():
                response.headers.setdefault(name, value)
            self.tell(request, response, seconds=time.perf_counter() - began)
        finally:
            request_id.reset(named)
        return response

    def tell(self, request: HttpRequest, response: HttpResponse, *, seconds: float) -> None:
        """Write the line, and count."""
        match = request.resolver_match
        route = match.view_name or "unnamed" if match else "none"
        method = request.method if request.method in METHODS else "other"
        status = response.status_code
        REQUESTS.labels(method=method, route=route, status=str(status)).observe(seconds)
        level = logging.WARNING if status >= 500 else logging.INFO
        facts = {
            "method": method,
            "route": route,
            "status": status,
            "milliseconds": round(seconds * 1000, 1),
        }
        log.log(level, "answered", extra={"facts": facts})


WORDY = 60  # letters that nobody wants to type twice
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


def _id_of(request: HttpRequest) -> str:
    """Name a request: as the proxy in front named it, where there is one, else anew."""
    named = request.headers.get("X-Request-ID", "")
    if settings.SECURE_PROXY_SSL_HEADER and FROM_THE_PROXY.fullmatch(named):
        return named
    return uuid4().hex


class RefusalMiddleware:
    """Shows a Refusal to whoever met it: as a page, a part of a page, or JSON."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or response.content:
            return response
        # Django’s own answer is empty: whoever came here by “back” or by a link saw a blank page.
        answer = self.refuse(request, OnlyFromAForm())
        answer.headers["Allow"] = response.headers["Allow"]
        return answer

    def process_view(
        self, request: HttpRequest, view: object, args: object, named: object
    ) -> HttpResponse | None:
        """Turn an address away that no database can look for: PostgreSQL knows no NUL.

        Forms say so themselves, at the field; the API says so to programs.
        """
        found = request.resolver_match
        if NUL not in request.META.get("QUERY_STRING", "") or (found and "api" in found.namespaces):
            return None
        return self.refuse(request, AddressCannotBeRead())

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Answer a refusal, and leave every fault alone."""
        return self.refuse(request, problem) if isinstance(problem, Refusal) else None

    def refuse(self, request: HttpRequest, problem: Refusal) -> HttpResponse:
        """Count a refusal, and answer it."""
        REFUSALS.labels(code=problem.code).inc()
        response = self.answer(request, problem)
        if isinstance(problem, TooOften):
            response.headers["Retry-After"] = str(math.ceil(problem.seconds))
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def answer(self, request: HttpRequest, refusal: Refusal) -> HttpResponse:
        """Say no in the form that was asked for."""
        if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
            said = {"code": refusal.code, "text": str(refusal)}
            return JsonResponse(said, status=refusal.status)
        if request.headers.get("HX-Request") and not request.headers.get("HX-Boosted"):
            part = render_to_string("base/refusal_part.html", {"refusal": refusal})
            return HttpResponse(part, status=refusal.status)
        facts = {"refusal": refusal, "back": way_back(request), "typed": typed_in(request)}
        return render(request, "design/refusal.html", facts, status=refusal.status)


def typed_in(request: HttpRequest) -> list[str]:
    """What somebody wrote into a form in so many words: a refusal hands it back, and loses none.

    What is short is written again as fast as it is copied, and what is one long word is a key.
    """
    if request.method != "POST":
        return []
    typed = [said for _name, values in request.POST.lists() for said in values]
    return [said for said in typed if len(said) >= WORDY and len(said.split()) > 1][:5]


def way_back(request: HttpRequest) -> str:
    """Return the page of ours that the reader came from; empty where they came from elsewhere."""
    came_from = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(came_from, allowed_hosts={request.get_host()})
    return came_from if is_ours else ""
