"""The page on which everything public is found."""

from collections.abc import Mapping
from dataclasses import asdict
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samskap.base.modules import Panel
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.search.forms import SearchForm
from samskap.search.queries import Asked, find
from samskap.search.showing import hits_of
from samskap.search.similar import similar

BRIEF = 90  # characters of a text beside a form
WRITTEN = ("title", "dream", "text")  # what the forms call what somebody writes


def search(request: MunicipalityRequest) -> HttpResponse:
    """Find what somebody looks for, what fits best first, then the newest."""
    asked = Asked.read(request.GET.dict())
    hits = find(request.municipality, asked, after=request.GET.get("after", ""))
    page = {
        "asked": asked,
        "form": SearchForm(asked=asked, municipality=request.municipality),
        "hits": hits_of(hits.items, asked.words),
        "are_partial": hits.are_partial,
        "is_later_page": "after" in request.GET,
        "older_url": address_of(asked, after=hits.older) if hits.older else "",
        "without_narrowing": address_of(Asked(q=asked.q)) if asked.is_narrowed else "",
    }
    return render(request, "search/search.html", page)


@require_POST
def show_similar(request: MunicipalityRequest) -> HttpResponse:
    """Show what is like what somebody is writing: a piece of the page with their form.

    It is posted, so that what nobody has given yet stands in no log and no history.
    """
    panel = similar_panel(request, request.POST)
    if panel is None:
        return HttpResponse()
    return render(request, panel.template, {"panel": panel.facts})


def similar_panel(request: MunicipalityRequest, told: Mapping[str, str]) -> Panel | None:
    """What is like what was typed into a form; None where nothing is."""
    text = " ".join(told.get(name, "") for name in WRITTEN)
    found = similar(request.municipality, text)
    if not found:
        return None
    return Panel(
        template="search/parts/similar.html", facts={"hits": hits_of(found, [], length=BRIEF)}
    )


def address_of(asked: Asked, **more: str) -> str:
    """The address of a search."""
    told = {name: value for name, value in (asdict(asked) | more).items() if value}
    return f"{reverse('search:search')}?{urlencode(told)}"
