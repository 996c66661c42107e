"""What every request passes: safety headers, and refusals that become pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samskap.base.refusals import Refusal

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
    " form-action 'self'; frame-ancestors 'none'"
)


class SafetyMiddleware:
    """Sends the Content-Security-Policy with every answer."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Content-Security-Policy"] = POLICY
        return response


class RefusalMiddleware:
    """Shows a Refusal to the person who met it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Answer a refusal with its page, and leave every fault alone."""
        if not isinstance(problem, Refusal):
            return None
        back = request.META.get("HTTP_REFERER", "")
        page = {"refusal": problem, "back": back}
        return render(request, "design/refusal.html", page, status=409)
