"""Who of the staff looked at what: for the person it is about, and for the whole municipality."""

import csv
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from samskap.base.keyset import page_for
from samskap.base.seen import seen
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.privacy.errors import NotForYou
from samskap.privacy.forms import SightsForm
from samskap.privacy.models import Sight
from samskap.privacy.permissions import may_see_sights
from samskap.privacy.queries.sights import pages, sights_about, sights_of


@never_cache
@signed_in
def looked(request: SignedInRequest) -> HttpResponse:
    """Show a person who of the staff looked at their data."""
    found = sights_about(request.user, request.municipality)
    page = page_for(request, found, order=("-pk",), size=50)
    return render(request, "privacy/looked.html", {"page": page, "titles": pages()})


@never_cache
@signed_in
def sights(request: SignedInRequest) -> HttpResponse:
    """Show the data protection officer who of the staff looked at what."""
    if not may_see_sights(request.user, request.municipality):
        raise NotForYou
    form = SightsForm(request.GET or None, auto_id="find_%s")
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    found = sights_of(request.municipality, **asked)
    seen(request, "privacy.sights")
    if request.GET.get("format") == "csv":
        return _table(found)  # type: ignore[return-value]
    query = request.GET.copy()
    query["format"] = "csv"
    facts = {
        "form": form,
        "page": page_for(request, found, order=("-pk",), size=50),
        "titles": pages(),
        "csv_url": f"{reverse('privacy:sights')}?{query.urlencode()}",
    }
    return render(request, "privacy/sights.html", facts)


class _Echo:
    """Gives back what is written, so that a table is sent row by row."""

    def write(self, line: str) -> str:
        """Give back one line."""
        return line


def _table(found: QuerySet[Sight]) -> StreamingHttpResponse:
    """Send the whole log as CSV, row by row."""
    writer = csv.writer(_Echo())
    titles = pages()

    def lines() -> Iterator[Any]:
        yield "\ufeff"  # so that a spreadsheet reads it as UTF-8
        yield writer.writerow(["at", "page", "title", "by", "about"])
        for sight in found.order_by("-pk").iterator(500):
            yield writer.writerow(
                [
                    sight.at.isoformat(timespec="seconds"),
                    sight.what,
                    titles.get(sight.what, ""),
                    _safe(sight.by),
                    _safe(sight.about),
                ]
            )

    answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="sights.csv"'
    return answer


def _safe(named: object) -> str:
    """Write a name so that no spreadsheet takes it for a formula."""
    text = "" if named is None else str(named)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
