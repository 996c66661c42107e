"""Rotas as open data: public, read-only, about places and shifts, and never about people."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.base.tables import whole
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.rotas.models import Rota, Shift
from samskap.rotas.queries.figures import figures_of
from samskap.rotas.queries.rotas import rota_in
from samskap.rotas.queries.shifts import shifts_of, with_places

router = Router(tags=["rotas"])


class RotaOut(Schema):
    """A rota: where it is, and how long the place was open before."""

    slug: str = Field(description="its address, unique in the municipality")
    title: str = Field(description="as written")
    language: str = Field(description="code of the language of the title")
    place: str = Field(description="where it is")
    initiative: str = Field(description="slug of the initiative that it belongs to")
    hours_before: float | None = Field(description="opening hours a week before")
    hours_wanted: float | None = Field(description="opening hours a week that are wanted")
    opened_at: datetime = Field(description=WITH_TIME_ZONE)
    closed_at: datetime | None = Field(description="with time zone; empty while it runs")


class RotaFiguresOut(RotaOut):
    """A rota with its figures, worked out from shifts that were held."""

    hours_now: float | None = Field(
        description="hours open in the median of whole weeks, by shifts that were held"
    )
    weeks: int = Field(description="whole weeks that hours_now rests on")
    shifts_planned: int = Field(description="planned shifts that are over")
    shifts_covered: int = Field(description="of those, where every place was held")
    shifts_by_staff: int = Field(description="of those covered, how many with staff cover")
    volunteer_hours: float = Field(description="hours by residents and their organisations")
    staff_hours: float = Field(description="hours by paid staff, cover included")


class ShiftOut(Schema):
    """One shift, and how many of its places are held."""

    id: int = Field(description="unique")
    day: date = Field(description="the day it begins, by the calendar there")
    starts_at: datetime = Field(description=WITH_TIME_ZONE)
    ends_at: datetime = Field(description=WITH_TIME_ZONE)
    title: str = Field(description="what happens; empty for an ordinary shift")
    opens_place: bool = Field(description="whether the place is open to everybody")
    needed: int = Field(description="places in all")
    held: int = Field(description="places held")
    is_called_off: bool = Field(description="whether it does not take place")


def version_of(request: MunicipalityRequest, slug: str, **named: object) -> object:
    """What changes with whatever happens to a rota: the account of its initiative."""
    found = Rota.objects.of(request.municipality).filter(slug=slug)
    return found.values_list("pk", "initiative__account__version").first()


@listing(router, "/", row=RotaOut)
def list_rotas(request: MunicipalityRequest) -> Rows[Rota]:
    """Rotas of the municipality, the newest first."""
    return Rows(found=rota_in(request.municipality), order=("-opened_at", "-pk"), out=rota_out)


@whole(list_rotas, row=RotaFiguresOut)
def all_rotas(request: MunicipalityRequest) -> Rows[Rota]:
    """Rotas, with their figures."""
    return Rows(found=rota_in(request.municipality), order=("pk",), out=figures_out)


@listing(router, "/{slug}/shifts", row=ShiftOut, version=version_of)
def list_shifts(request: MunicipalityRequest, slug: str) -> Rows[Shift]:
    """Shifts of one rota, the latest first."""
    rota = get_object_or_404(Rota.objects.of(request.municipality), slug=slug)
    return Rows(found=shifts_of(rota), order=("-starts_at", "-pk"), out=shift_out)


@whole(list_shifts, within={"rota": "slug of the rota"})
def all_shifts(request: MunicipalityRequest) -> Rows[Shift]:
    """Shifts of every rota."""
    found = with_places(Shift.objects.of(request.municipality)).select_related("rota")
    return Rows(
        found=found, order=("pk",), out=shift_out, within=lambda shift: {"rota": shift.rota.slug}
    )


@router.get("/{slug}", response=RotaFiguresOut)
def one_rota(request: MunicipalityRequest, slug: str) -> RotaFiguresOut:
    """One rota with its figures: hours open now, cover, hours of each side."""
    return figures_out(get_object_or_404(rota_in(request.municipality), slug=slug))


def figures_out(rota: Rota) -> RotaFiguresOut:
    """What may leave the house of one rota, its figures included."""
    figures = figures_of(rota)
    return RotaFiguresOut(
        **rota_out(rota).model_dump(),
        hours_now=figures.hours.ordinary if figures.hours else None,
        weeks=figures.hours.weeks if figures.hours else 0,
        shifts_planned=figures.cover.planned,
        shifts_covered=figures.cover.covered,
        shifts_by_staff=figures.cover.by_staff,
        volunteer_hours=round(figures.hours_volunteers, 2),
        staff_hours=round(figures.hours_staff, 2),
    )


def rota_out(rota: Rota) -> RotaOut:
    """What may leave the house of one rota."""
    return RotaOut(
        slug=rota.slug,
        title=rota.title,
        language=rota.language,
        place=rota.place,
        initiative=rota.initiative.slug,
        hours_before=None if rota.hours_before is None else float(rota.hours_before),
        hours_wanted=None if rota.hours_wanted is None else float(rota.hours_wanted),
        opened_at=rota.opened_at,
        closed_at=rota.closed_at,
    )


def shift_out(shift: Shift) -> ShiftOut:
    """What may leave the house of one shift."""
    return ShiftOut(
        id=shift.pk,
        day=shift.day,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        title=shift.title,
        opens_place=shift.opens_place,
        needed=shift.needed,  # type: ignore[attr-defined]
        held=shift.held,  # type: ignore[attr-defined]
        is_called_off=shift.is_cancelled,
    )
