"""Borders and figures as files: GeoJSON for maps, CSV for tables."""

import csv
from datetime import date
from hashlib import sha256

from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import condition, require_GET

from samskap.base.open_data import RISKY
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.places import queries
from samskap.places.formats.counts import read_day
from samskap.places.models import OLDEST, Area, Border
from samskap.places.queries.borders import latest_border_of
from samskap.places.queries.population import EVERY_AGE, counts_of

GEOJSON = "application/geo+json"


def _day(request: HttpRequest) -> date:
    """The day asked for, today unless `?on=` names another."""
    return read_day(request.GET.get("on", "")) or timezone.localdate()


def _tag(borders: QuerySet[Border], on: date) -> str:
    """Name what was last changed among these borders, and the day they are asked for."""
    last = borders.aggregate(Max("changed_at"), Max("pk"))
    return '"' + sha256(f"{last} {on}".encode()).hexdigest()[:20] + '"'


def _tag_of_all(request: MunicipalityRequest) -> str:
    return _tag(Border.objects.of(request.municipality), _day(request))


def _tag_of_one(request: MunicipalityRequest, slug: str) -> str:
    borders = Border.objects.of(request.municipality).filter(area__slug=slug)
    return _tag(borders, _day(request))


@require_GET
@condition(etag_func=_tag_of_all)
def borders(request: MunicipalityRequest) -> HttpResponse:
    """Every border of the municipality that holds on a day, as GeoJSON."""
    found = queries.borders_of(request.municipality, _day(request)).order_by("area__name")
    return JsonResponse(queries.feature_collection(found), content_type=GEOJSON)


@require_GET
@condition(etag_func=_tag_of_one)
def border(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """The border of one area on a day, as GeoJSON; today also the last one that ever held."""
    area = get_object_or_404(Area.objects.of(request.municipality), slug=slug)
    asked = "on" in request.GET
    found = queries.border_of(area, _day(request)) if asked else latest_border_of(area)
    return JsonResponse(queries.feature_collection([found] if found else []), content_type=GEOJSON)


@require_GET
def population(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Every count of one area as CSV, in the columns that the import takes."""
    area = get_object_or_404(Area.objects.of(request.municipality), slug=slug)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="population-{area.slug}.csv"'
    table = csv.writer(response)
    table.writerow(["area", "name", "date", "sex", "age", "persons", "counts_everybody", "source"])
    for row in counts_of(area).iterator():
        table.writerow(
            [
                _safe(area.code or area.slug),
                _safe(area.name),
                row.counted_on.isoformat(),
                row.sex,
                _ages(row.age_from, row.age_to),
                row.persons,
                "yes" if row.is_whole else "no",
                _safe(row.source),
            ]
        )
    return response


def _ages(age_from: int, age_to: int) -> str:
    if (age_from, age_to) == EVERY_AGE:
        return "all"
    return f"{age_from}+" if age_to == OLDEST else f"{age_from}-{age_to}"


def _safe(text: str) -> str:
    """Keep spreadsheets from taking a text for a formula."""
    return f"'{text}" if text.startswith(RISKY) else text
