"""What everyone reads about places."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samskap.base.keyset import page_for
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.places import queries
from samskap.places.charts import ages_chart, sexes_chart, totals_chart
from samskap.places.models import Area, Border
from samskap.places.permissions import may_change_places
from samskap.places.queries.areas import parts_in
from samskap.places.queries.borders import latest_border_of

MOST_PARTS = 24  # on one page; the rest are in the list


def _tile(area: Area, n_parts: int = 0, within: str = "") -> dict[str, Any]:
    """One area in a list."""
    kind = area.get_kind_display()
    return {
        "title": area.name,
        "url": reverse("places:area", args=[area.slug]),
        "eyebrow": _("%(kind)s in %(area)s") % {"kind": kind, "area": within} if within else kind,
        "note": _("Parts: %(n)s") % {"n": n_parts} if n_parts else "",
    }


@require_GET
def areas(request: MunicipalityRequest) -> HttpResponse:
    """List the areas of the municipality, or those within one of them."""
    found = queries.areas_of(request.municipality)
    within = None
    if slug := request.GET.get("within"):
        within = get_object_or_404(Area.objects.of(request.municipality), slug=slug)
        found = found.filter(parent=within)
    page = page_for(request, found, order=("name", "pk"), size=24)
    tiles = [
        _tile(area, parts_in(area), area.parent.name if area.parent else "") for area in page.items
    ]
    facts = {
        "tiles": tiles,
        "page": page,
        "within": within,
        "may_change": may_change_places(request.user, request.municipality),
    }
    return render(request, "places/list.html", facts)


@require_GET
def area(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show one area: its border, its parts, and who lives there."""
    found = get_object_or_404(Area.objects.of(request.municipality), slug=slug)
    trail = queries.trail_of(found)
    parts = list(queries.parts_of(found).order_by("name", "pk")[: MOST_PARTS + 1])
    borders = list(found.borders.defer("shape").order_by("-valid_from"))
    border = latest_border_of(found) if borders else None
    residents = queries.residents_of(found)
    facts = {
        "area": found,
        "crumbs": [
            (_("Places"), reverse("places:list")),
            *((larger.name, reverse("places:area", args=[larger.slug])) for larger in trail),
            (found.name, ""),
        ],
        "facts": _facts(found, residents),
        "map": _map(found, border),
        "border": border,
        "history": _history(borders),
        "parts": [_tile(part, parts_in(part)) for part in parts[:MOST_PARTS]],
        "has_more_parts": len(parts) > MOST_PARTS,
        "charts": _charts(found, residents),
        "line": totals_chart(found, queries.totals_of(found)),
        "has_figures": residents.whole or residents.by_age or residents.by_sex,
        "may_change": may_change_places(request.user, request.municipality),
    }
    return render(request, "places/area.html", facts)


def _charts(area: Area, residents: queries.Residents) -> list[dict[str, Any]]:
    """Who lives there, as pictures; a source that stands under the first is not said again."""
    both = (ages_chart(area, residents.by_age), sexes_chart(area, residents.by_sex))
    charts = [chart for chart in both if chart]
    for later in charts[1:]:
        if later["source"] == charts[0]["source"]:
            later["source"] = ""
    return charts


def _facts(area: Area, residents: queries.Residents) -> list[dict[str, str]]:
    """What is known in a line each; its kind stands above its name."""
    facts = []
    if area.code:
        facts.append({"label": _("The statistics office’s code"), "value": area.code})
    if whole := residents.whole:
        facts.append(
            {
                "label": _("Residents"),
                "value": number_format(whole.total, force_grouping=True),
                "note": _("%(day)s · %(source)s")
                % {"day": date_format(whole.counted_on), "source": whole.source},
            }
        )
    return facts


def _map(area: Area, border: Border | None) -> dict[str, Any] | None:
    """The border, for the map and for its outline and list that need no script."""
    if border is None:
        return None
    return {
        "id": "border",
        "title": _("The border of %(area)s") % {"area": area.name},
        "geojson": queries.feature_collection([border]),
        "items": [],
        "height": "normal",
    }


def _history(borders: list[Border]) -> list[dict[str, Any]]:
    """The borders through the years, the latest first."""
    return [
        {
            "at": border.valid_from,
            "title": _("Until %(day)s") % {"day": date_format(border.valid_to)}
            if border.valid_to
            else _("Still holds"),
            "text": _("Drawn by hand. %(source)s") % {"source": border.source}
            if border.is_drawn
            else border.source,
            "tone": "" if border.valid_to else "now",
        }
        for border in borders
    ]
