"""The page on which everything public is found."""

from dataclasses import asdict
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samskap.municipalities.middleware import MunicipalityRequest
from samskap.search.forms import SearchForm
from samskap.search.queries import Asked, find
from samskap.search.showing import hits_of


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


def address_of(asked: Asked, **more: str) -> str:
    """The address of a search."""
    told = {name: value for name, value in (asdict(asked) | more).items() if value}
    return f"{reverse('search:search')}?{urlencode(told)}"
