"""Places as open data: areas, their borders through the years, and how many live there."""

from datetime import date
from typing import Any, Literal

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from samskap.base.open_data import Rows, listing
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.places import queries
from samskap.places.models import Area, Border, Population
from samskap.places.queries.areas import parts_in
from samskap.places.queries.borders import latest_border_of

router = Router(tags=["places"])


class AreaOut(Schema):
    """The municipality as a place, or a part of it."""

    slug: str = Field(description="lasting, unique in the municipality")
    name: str = Field(description="as its people say it")
    kind: str = Field(description="municipality, district, village, estate or building")
    code: str = Field(description="the statistics office’s code; may be empty")
    parent: str | None = Field(description="slug of the area that it lies in")
    parts: int = Field(description="how many areas lie directly in it")


class BorderOut(Schema):
    """Where an area begins and ends, for as long as it was so."""

    area: str = Field(description="slug of the area")
    valid_from: date = Field(description="the first day on which it holds")
    valid_to: date | None = Field(description="the first day on which it no longer holds")
    is_drawn: bool = Field(description="drawn by hand, not taken from a register")
    source: str = Field(description="who says so")
    west: float = Field(description="degrees of longitude, WGS 84")
    south: float = Field(description="degrees of latitude, WGS 84")
    east: float = Field(description="degrees of longitude, WGS 84")
    north: float = Field(description="degrees of latitude, WGS 84")
    shape: dict[str, Any] = Field(description="GeoJSON MultiPolygon (RFC 7946), WGS 84")


class PopulationOut(Schema):
    """How many people of one sex and age lived in an area on one day."""

    area: str = Field(description="slug of the area")
    counted_on: date = Field(description="the day that the figure is of")
    sex: str = Field(description="all, women or men")
    age_from: int = Field(description="years, 0 … 150")
    age_to: int = Field(description="years, inclusive; 150 means “and over”")
    persons: int = Field(description="persons counted")
    is_whole: bool = Field(
        description="counts everybody; where false, it counts some and serves for shares only"
    )
    source: str = Field(description="who counted")


class OneAreaOut(AreaOut):
    """One area with its border of today and its last count of everybody."""

    residents: int | None = Field(description="persons; empty where nobody has been counted")
    counted_on: date | None = Field(description="the day that the figure is of")
    source: str = Field(description="who counted; empty where nobody has")
    border: BorderOut | None = Field(
        description="the one that holds today, else the last one that did"
    )


class Kind(Schema):
    """Which areas are wanted; empty means all."""

    kind: Literal["", "municipality", "district", "village", "estate", "building"] = Field(
        "", description="only areas of this kind"
    )


class OfArea(Schema):
    """Of which area; empty means all."""

    area: str = Field("", max_length=50, description="slug of one area")


class Counted(OfArea):
    """Which figures are wanted; empty means all."""

    year: int | None = Field(None, ge=1700, le=2200, description="the year of the count")
    sex: Literal["", "all", "women", "men"] = Field("", description="only figures of this sex")


@listing(router, "/", row=AreaOut)
def list_areas(request: MunicipalityRequest, asked: Query[Kind]) -> Rows[Area]:
    """Every area of the municipality, by name."""
    found = queries.areas_of(request.municipality)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    return Rows(found=found, order=("name", "pk"), out=area_out)


@listing(router, "/borders", row=BorderOut)
def list_borders(request: MunicipalityRequest, asked: Query[OfArea]) -> Rows[Border]:
    """Every border that an area has or had, the latest first."""
    found = Border.objects.of(request.municipality).select_related("area")
    if asked.area:
        found = found.filter(area__slug=asked.area)
    return Rows(found=found, order=("-valid_from", "-pk"), out=border_out)


@listing(router, "/population", row=PopulationOut)
def list_population(request: MunicipalityRequest, asked: Query[Counted]) -> Rows[Population]:
    """Every figure of how many live in the areas, the latest first."""
    found = Population.objects.of(request.municipality).select_related("area")
    if asked.area:
        found = found.filter(area__slug=asked.area)
    if asked.year:
        found = found.filter(counted_on__year=asked.year)
    if asked.sex:
        found = found.filter(sex=asked.sex)
    return Rows(found=found, order=("-counted_on", "-pk"), out=population_out)


@router.get("/{slug}", response=OneAreaOut)
def one_area(request: MunicipalityRequest, slug: str) -> OneAreaOut:
    """One area with its border and how many live there."""
    area: Area = get_object_or_404(queries.areas_of(request.municipality), slug=slug)
    border, figures = latest_border_of(area), queries.population_of(area)
    return OneAreaOut(
        **area_out(area).model_dump(),
        residents=figures.total if figures else None,
        counted_on=figures.counted_on if figures else None,
        source=figures.source if figures else "",
        border=border_out(border) if border else None,
    )


def area_out(area: Area) -> AreaOut:
    """An area as open data, as `areas_of` found it."""
    return AreaOut(
        slug=area.slug,
        name=area.name,
        kind=area.kind,
        code=area.code,
        parent=area.parent.slug if area.parent else None,
        parts=parts_in(area),
    )


def border_out(border: Border) -> BorderOut:
    """A border as open data."""
    own = set(BorderOut.model_fields) - {"area"}
    return BorderOut(area=border.area.slug, **{name: getattr(border, name) for name in own})


def population_out(figure: Population) -> PopulationOut:
    """A figure as open data."""
    own = set(PopulationOut.model_fields) - {"area"}
    return PopulationOut(area=figure.area.slug, **{name: getattr(figure, name) for name in own})
