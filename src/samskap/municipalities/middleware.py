"""Finds the municipality whose host name was asked for."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from samskap.municipalities import queries
from samskap.municipalities.models import Municipality

# What answers although no municipality is asked for: machines, the first run, the look.
WITHOUT_MUNICIPALITY = frozenset({"health", "metrics", "set_language", "municipalities:first_run"})
WITHOUT_MUNICIPALITY_IN = frozenset({"design", "api"})  # the API says so to programs itself


class MunicipalityRequest(HttpRequest):
    """A request to one municipality."""

    municipality: Municipality


class MunicipalityMiddleware:
    """Sets `request.municipality`; None where no municipality has this host name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = request.get_host().lower()
        host = host if host.endswith("]") else host.rsplit(":", 1)[0]
        municipality = queries.municipality_at(host)
        request.municipality = municipality  # type: ignore[attr-defined]
        if municipality is None:
            return self.get_response(request)
        with timezone.override(ZoneInfo(municipality.preset.time_zone)):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Say calmly that nobody lives at this address, or begin the first run."""
        if request.municipality is not None:  # type: ignore[attr-defined]
            return None
        found = request.resolver_match
        if found and (
            found.view_name in WITHOUT_MUNICIPALITY
            or WITHOUT_MUNICIPALITY_IN.intersection(found.namespaces)
        ):
            return None
        if not queries.has_municipalities():
            return redirect("municipalities:first_run")
        page = {"host": request.get_host()}
        return render(request, "municipalities/nobody_here.html", page, status=404)
