"""The public log: how often something was hidden, and on which grounds."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from samskap.conversations.queries.moderation import log_of, years_of
from samskap.municipalities.middleware import MunicipalityRequest


def show_log(request: MunicipalityRequest) -> HttpResponse:
    """Show what moderators did in one year, without anybody’s name."""
    years = years_of(request.municipality)
    asked = request.GET.get("year", "")
    if asked and not (asked.isdecimal() and int(asked[:4]) in years):
        raise Http404
    year = int(asked[:4]) if asked else (years[0] if years else 0)
    log = log_of(request.municipality, year) if year else None
    return render(request, "conversations/log.html", {"log": log, "years": years})
