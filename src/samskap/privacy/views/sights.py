"""Who of the staff looked at what: for the person it is about, and for the whole municipality."""

import csv
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from samskap.base.keyset import page_for
from samskap.base.open_data import Echo, cell
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


def _table(found: QuerySet[Sight]) -> StreamingHttpResponse:
    """Send the whole log as CSV, row by row, in the language and time of whoever asked."""
    writer = csv.writer(Echo())
    titles = {key: str(title) for key, title in pages().items()}
    language, zone = get_language() or "", timezone.get_current_timezone()

    def lines() -> Iterator[Any]:
        yield "\ufeff"  # so that a spreadsheet reads it as UTF-8
        yield writer.writerow(["at", "page", "title", "by", "about"])
        for sight in found.order_by("-pk").iterator(500):
            # A table is sent when the request has left the reader’s language and time.
            with translation.override(language), timezone.override(zone):
                at = timezone.localtime(sight.at).isoformat(timespec="seconds")
                named = [str(sight.by or ""), str(sight.about or "")]
            said = [sight.what, titles.get(sight.what, ""), *named]
            yield writer.writerow([at, *(cell(each) for each in said)])

    answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="sights.csv"'
    return answer
