"""The public calendar: a list, a month, and a feed that calendars subscribe to."""

import re
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.calendars import written
from samskap.base.keyset import page_for
from samskap.initiatives.models import Initiative
from samskap.meetings import cards
from samskap.meetings.forms.calendar import FilterForm
from samskap.meetings.models import Event
from samskap.meetings.queries import events as queries
from samskap.meetings.queries.listing import (
    NARROWS,
    areas_to_choose,
    groups_in,
    month_of,
    narrowed,
    public_entries,
    topics_to_choose,
)
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.queries import address_of

YEARS, LAST_MONTH = range(1900, 2200), 12
WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}")


@require_safe
def events(request: MunicipalityRequest) -> HttpResponse:
    """Show what happens here: ahead, what has been, or a month; narrowed down as asked."""
    chosen = chosen_in(request)
    initiative = None
    if slug := chosen["initiative"]:
        initiative = Initiative.objects.of(request.municipality).filter(slug=slug).first()
    asked = {name: said for name, said in chosen.items() if said}
    facts: dict[str, Any] = {
        "initiative": initiative,
        "narrowed": f"{urlencode(asked)}&" if asked else "",
        "is_narrowed": bool(asked.keys() - {"initiative"}),
        "form": FilterForm(initial=chosen, choices=choices_in(request)),
        "feed": feed_address(request, asked),
    }
    if request.GET.get("when") == "month":
        return render(request, "meetings/calendar/month.html", facts | month_in(request, chosen))
    is_past = request.GET.get("when") == "past"
    found = narrowed(queries.listed(request.municipality, is_past=is_past), chosen)
    page = page_for(request, found, order=queries.LATEST if is_past else queries.SOONEST)
    facts |= {
        "page": page,
        "is_past": is_past,
        "when": "past" if is_past else "ahead",
        "tiles": [cards.tile_of(each, with_initiative=initiative is None) for each in page.items],
    }
    return render(request, "meetings/list.html", facts)


def chosen_in(request: MunicipalityRequest) -> dict[str, str]:
    """What the address narrows down to."""
    return {name: request.GET.get(name, "")[:80] for name in NARROWS}


def choices_in(request: MunicipalityRequest) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen here; what has nothing to choose from is left out."""
    here = request.municipality
    return {
        "kind": [(kind.value, str(kind.label)) for kind in Event.Kind],
        "topic": [(each.slug, str(each)) for each in topics_to_choose.all(municipality=here.pk)],
        "area": list(areas_to_choose.all(municipality=here.pk)),
        "group": [(group, group) for group in groups_in(here)],
    }


def feed_address(request: MunicipalityRequest, asked: dict[str, str]) -> str:
    """Where calendars subscribe to what is shown."""
    query = f"?{urlencode(asked)}" if asked else ""
    address = address_of(request.municipality) + reverse("meetings:feed") + query
    return address.replace("https://", "webcal://").replace("http://", "webcal://")


def month_in(request: MunicipalityRequest, chosen: dict[str, str]) -> dict[str, Any]:
    """A month as weeks of days, and the months around it."""
    first = first_of(request.GET.get("month", ""))
    here = Event.objects.of(request.municipality)
    before, after = first - timedelta(days=1), first + timedelta(days=32)
    return {
        "when": "month",
        "first": first,
        "weeks": month_of(narrowed(here, chosen), first),
        "before": f"{before:%Y-%m}",
        "after": f"{after:%Y-%m}",
    }


def first_of(said: str) -> date:
    """The first day of the month that was asked for, as “2026-11”; of this month otherwise."""
    if WRITTEN.fullmatch(said):
        year, month = map(int, said.split("-"))
        if year in YEARS and 1 <= month <= LAST_MONTH:
            return date(year, month, 1)
    return timezone.localdate().replace(day=1)


@require_safe
def feed(request: MunicipalityRequest) -> HttpResponse:
    """Give the calendar to any program that subscribes to it; it is public, and needs no key."""
    chosen = chosen_in(request)
    found = narrowed(Event.objects.of(request.municipality), chosen)
    text = written(
        name=_("What happens in %(municipality)s") % {"municipality": request.municipality.name},
        zone=request.municipality.preset.time_zone,
        entries=public_entries(found, request.municipality),
    )
    tag = f'"{blake2b(text, digest_size=16).hexdigest()}"'
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'inline; filename="events.ics"'
    answer.headers["ETag"] = tag
    same = get_conditional_response(request, etag=tag, response=answer)
    return same or answer
