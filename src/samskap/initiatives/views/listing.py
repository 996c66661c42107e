"""The list of initiatives, and the same as a map."""

from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.etag import unchanged
from samskap.base.keyset import page_for
from samskap.base.prepared import Prepared
from samskap.initiatives.forms.listing import FilterForm
from samskap.initiatives.models import Topic
from samskap.initiatives.models.initiative import State
from samskap.initiatives.queries import map as on_the_map
from samskap.initiatives.queries.initiatives import (
    ENDED,
    SIDES,
    Filters,
    listed,
    municipality_version,
)
from samskap.initiatives.queries.kept import kept_here
from samskap.initiatives.views.cards import rung_titles, side_titles, tiles_of
from samskap.initiatives.views.initiative import frame_of_page
from samskap.ledger.models import Phase
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.places.models import Area

topics_to_choose = Prepared(lambda municipality: Topic.objects.of(municipality), municipality=int)
areas_to_choose = Prepared(
    lambda municipality: Area.objects.of(municipality).values_list("slug", "name"),
    municipality=int,
)


def list_version(request: MunicipalityRequest) -> tuple[object, ...]:
    """What the list depends on: whatever happened here last, and the minute."""
    return (*_moment(request), *frame_of_page(request))


@unchanged(list_version)
def show_list(request: MunicipalityRequest) -> HttpResponse:
    """Show the initiatives that somebody looks for."""
    return _show(request, "initiatives/list.html", "initiatives/parts/list.html", _list_facts)


@unchanged(list_version)
def show_map(request: MunicipalityRequest) -> HttpResponse:
    """Show the same initiatives on the map, with a list that says as much."""
    return _show(request, "initiatives/map.html", "initiatives/parts/map.html", _map_facts)


def _show(request: MunicipalityRequest, template: str, part: str, facts_of: Any) -> HttpResponse:
    """Show a page whose whole inside is kept while nothing happens in the municipality."""
    filters = Filters.read(request.GET.dict())
    places = (request.GET.get("after", ""), request.GET.get("before", ""))
    name = repr((part, filters.as_key, places))
    inside = kept_here(
        request.municipality,
        name,
        lambda: render_to_string(part, facts_of(request, filters)),
        version=_version(request),
    )
    return render(request, template, {"inside": inside, "filters": filters})


def _moment(request: MunicipalityRequest) -> tuple[object, ...]:
    """The tenant, what happened in it last, and the minute we are in."""
    here = request.municipality
    return (here.pk, _version(request), timezone.now().strftime("%Y-%m-%d %H:%M"))


def _version(request: MunicipalityRequest) -> int:
    """What happened here last, asked for once in a request."""
    known: int | None = getattr(request, "version_of_municipality", None)
    if known is None:
        known = municipality_version(request.municipality)
        request.version_of_municipality = known  # type: ignore[attr-defined]
    return known


def _list_facts(request: MunicipalityRequest, filters: Filters) -> dict[str, Any]:
    """What the list shows."""
    here = request.municipality
    found = listed(here, filters).prefetch_related("areas")
    page = page_for(request, found, order=("-raised_at", "-pk"), size=18)
    return {
        "page": page,
        "tiles": tiles_of(page.items, here),
        "filters": filters,
        "form": _filter_form(request, filters),
        "here": reverse("initiatives:list"),
        "other": _with_filters("initiatives:map", filters),
    }


def _map_facts(request: MunicipalityRequest, filters: Filters) -> dict[str, Any]:
    """What the map shows: places, and how many initiatives each has."""
    found = listed(request.municipality, filters)
    places = on_the_map.places_with(request.municipality, found)
    items, shapes = [], []
    for place in places:
        url = f"{reverse('initiatives:list')}?area={place.area.slug}"
        count = ngettext("%(count)s initiative", "%(count)s initiatives", place.count)
        words = count % {"count": place.count}
        if place.count:
            item = {
                "title": place.area.name,
                "url": url,
                "text": f"{words}: {_titles(place)}",
                "count": place.count,
            }
            middle = {"lat": place.lat, "lng": place.lng} if place.shape else {}
            items.append({**item, **middle})
        if place.shape:
            shapes.append(
                {
                    "type": "Feature",
                    "geometry": place.shape,
                    "properties": {"title": place.area.name, "url": url, "text": words},
                }
            )
    return {
        "map": {
            "id": "initiatives-map",
            "title": _("Initiatives in %(municipality)s")
            % {"municipality": request.municipality.name},
            "legend": _("A pin stands for a place. Its number says how many initiatives it has."),
            "geojson": {"type": "FeatureCollection", "features": shapes},
            "items": items,
            "height": "tall",
        },
        "has_places": bool(items),
        "nowhere": on_the_map.without_place(request.municipality, found),
        "filters": filters,
        "form": _filter_form(request, filters),
        "here": reverse("initiatives:map"),
        "other": _with_filters("initiatives:list", filters),
    }


def _titles(place: on_the_map.Place) -> str:
    """The newest titles of a place, and how many there are beside them."""
    named, more = ", ".join(place.titles), place.count - len(place.titles)
    if not more:
        return named
    words = ngettext("%(titles)s and %(more)s more", "%(titles)s and %(more)s more", more)
    return words % {"titles": named, "more": more}


def _with_filters(route: str, filters: Filters) -> str:
    """The first page of the list or the map, with the same filters."""
    asked = {name: value for name, value in asdict(filters).items() if value}
    return f"{reverse(route)}?{urlencode(asked)}" if asked else reverse(route)


def _filter_form(request: MunicipalityRequest, filters: Filters) -> FilterForm:
    """The filters with what can be chosen here."""
    here = request.municipality
    words = {**side_titles()}
    choices = {
        "phase": [
            *((phase.value, str(phase.label)) for phase in Phase),
            (ENDED, f"{State.CLOSED.label} / {State.SCRAPPED.label}"),
        ],
        "topic": [(each.slug, str(each)) for each in topics_to_choose.all(municipality=here.pk)],
        "area": areas_to_choose.all(municipality=here.pk),
        "side": [(side, words[side]) for side in SIDES],
        "rung": list(rung_titles().items()),
    }
    chosen = {name: getattr(filters, name) for name in ("words", *choices)}
    return FilterForm(initial=chosen, choices=choices)
