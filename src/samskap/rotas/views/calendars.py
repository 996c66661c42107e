"""Calendars: private addresses, and what other programs read there."""

from hashlib import blake2b

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from samskap.base.calendars import Entry, written
from samskap.base.modules import announced
from samskap.base.rates import count
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person
from samskap.people.queries import language_of
from samskap.rotas.actions import feeds
from samskap.rotas.models import FeedKey, Rota
from samskap.rotas.queries.calendar import feeds_of, own_entries, rota_entries


@signed_in
@require_GET
def calendars(request: SignedInRequest) -> HttpResponse:
    """Show which addresses somebody has, and how to make one."""
    return shown(request)


def shown(request: SignedInRequest, *, key: str = "") -> HttpResponse:
    """Show the page; with a new address, which is never shown again."""
    address = ""
    if key:
        path = reverse("rotas:calendar", args=[key])
        address = address_of(request.municipality) + path
    mine = list(feeds_of(request.user, request.municipality))
    page = {
        "feeds": mine,
        "address": address,
        "subscribe": address.replace("https://", "webcal://").replace("http://", "webcal://"),
        "has_own": any(feed.rota_id is None for feed in mine),
    }
    answer = render(request, "rotas/calendars.html", page)
    if key:
        answer.headers["Cache-Control"] = "no-store"
    return answer


@signed_in
@require_POST
def open_own(request: SignedInRequest) -> HttpResponse:
    """Make an address of one’s own turns."""
    count(request, "post")
    key = feeds.open_feed(person=request.user, municipality=request.municipality)
    return shown(request, key=key)


@signed_in
@require_POST
def open_of_rota(request: SignedInRequest, slug: str) -> HttpResponse:
    """Make an address of all shifts of a rota."""
    count(request, "post")
    rotas = Rota.objects.of(request.municipality)
    rota: Rota = get_object_or_404(rotas, slug=slug)
    key = feeds.open_feed(person=request.user, municipality=request.municipality, rota=rota)
    return shown(request, key=key)


@signed_in
@require_POST
def close(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close an address."""
    count(request, "post")
    mine = FeedKey.objects.of(request.municipality).filter(person=request.user)
    feeds.close_feed(feed=get_object_or_404(mine, pk=pk), by=request.user)
    messages.success(request, _("The address is closed. Nobody can read the calendar there now."))
    return redirect("rotas:calendars")


@require_safe
def feed(request: MunicipalityRequest, key: str) -> HttpResponse:
    """Give a calendar to whoever knows its address, in the language of the person it belongs to."""
    found = feeds.feed_behind(key, request.municipality)
    if found is None:
        raise Http404
    municipality = request.municipality
    with translation.override(language_of(found.person, municipality)):
        entries = rota_entries(found.rota) if found.rota else all_of(found.person, municipality)
        name = found.rota.title if found.rota else _("My shifts")
        text = written(name=name, zone=municipality.preset.time_zone, entries=entries)
    tag = f'"{blake2b(text, digest_size=16).hexdigest()}"'
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'inline; filename="samskap.ics"'
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Referrer-Policy"] = "no-referrer"
    same = get_conditional_response(request, etag=tag, response=answer)
    return same or answer


def all_of(person: Person, municipality: Municipality) -> list[Entry]:
    """The turns of one person, and what other modules put into their calendar."""
    others = [entry for give in announced("in_calendar") for entry in give(person, municipality)]
    return [*own_entries(person, municipality), *others]
