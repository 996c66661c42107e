"""Shifts: once or by a rule, and calling them off."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.wall_clock import moments_of
from samskap.conversations.models import Thread
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.rotas import happened, must_keep
from samskap.rotas.errors import NobodyNeeded, NoShifts, SayWhy, ShiftIsCalledOff, ShiftIsOver
from samskap.rotas.models import Duty, InLine, Need, Rota, Series, SeriesNeed, Shift, Swap, Turn
from samskap.rotas.rules import days_of, read
from samskap.rotas.words import when

AHEAD = timedelta(weeks=13)  # how far ahead the shifts of a series are made
MOST_PEOPLE = 200  # of one duty on one shift


def must_need_somebody(needs: Mapping[Duty, int], rota: Rota) -> dict[Duty, int]:
    """Keep the duties that need people; refuse where there are none, or of another rota."""
    kept = {duty: people for duty, people in needs.items() if 0 < people <= MOST_PEOPLE}
    if not kept or any(duty.rota_id != rota.pk for duty in kept):
        raise NobodyNeeded
    return kept


@transaction.atomic
def add_shift(
    *,
    rota: Rota,
    by: Person,
    day: date,
    opens: time,
    closes: time,
    needs: Mapping[Duty, int],
    title: str = "",
    opens_place: bool = True,
) -> Shift:
    """Add one shift, by the clock on the wall there.

    Refuses with NotYoursToKeep or NobodyNeeded.
    """
    must_keep(by, rota)
    kept = must_need_somebody(needs, rota)
    starts_at, ends_at = moments_of(day, opens, closes, rota.municipality.preset.time_zone)
    shift = Shift.objects.create(
        municipality=rota.municipality,
        rota=rota,
        day=day,
        starts_at=starts_at,
        ends_at=ends_at,
        title=title,
        opens_place=opens_place,
    )
    Need.objects.bulk_create(
        Need(municipality=rota.municipality, shift=shift, duty=duty, people=people)
        for duty, people in kept.items()
    )
    happened("rotas.shift_added", rota, by, shift)
    return shift


@transaction.atomic
def add_series(
    *,
    rota: Rota,
    by: Person,
    rule: str,
    first_on: date,
    opens: time,
    closes: time,
    needs: Mapping[Duty, int],
    last_on: date | None = None,
    until: date | None = None,
    **facts: Any,
) -> Series:
    """Add a rule, and make its shifts for the weeks ahead; the clock makes the later ones.

    facts  title, skips_holidays, opens_place
    until  make the shifts until this day; thirteen weeks ahead unless told otherwise

    Refuses with NotYoursToKeep, NobodyNeeded, BadRule or NoShifts.
    """
    must_keep(by, rota)
    kept = must_need_somebody(needs, rota)
    series = Series.objects.create(
        municipality=rota.municipality,
        rota=rota,
        rule=read(rule),
        first_on=first_on,
        last_on=last_on,
        opens=opens,
        closes=closes,
        **facts,
    )
    SeriesNeed.objects.bulk_create(
        SeriesNeed(municipality=rota.municipality, series=series, duty=duty, people=people)
        for duty, people in kept.items()
    )
    begins = max(first_on, timezone.localdate())
    if not make_shifts(series=series, until=until or begins + AHEAD):
        raise NoShifts
    happened("rotas.series_added", rota, by, series)
    return series


@transaction.atomic
def make_shifts(*, series: Series, until: date) -> int:
    """Make the shifts of a series that are not there yet, until a day; say how many.

    Asked twice, it makes nothing twice: a series has one shift a day.
    """
    # Two workers at once: the second waits here, and finds everything made.
    series = Series.objects.select_for_update(of=("self",)).select_related("rota").get(pk=series.pk)
    rota = series.rota
    if series.ended_at or not rota.is_open:
        return 0
    preset = rota.municipality.preset
    days = days_of(
        series.rule,
        first_on=series.first_on,
        until=until,
        last_on=series.last_on,
        country=preset.country if series.skips_holidays else "",
    )
    made_until = series.made_until
    shifts = []
    for day in days:
        if made_until and day <= made_until:
            continue
        starts_at, ends_at = moments_of(day, series.opens, series.closes, preset.time_zone)
        shifts.append(
            Shift(
                municipality_id=series.municipality_id,
                rota=rota,
                series=series,
                day=day,
                starts_at=starts_at,
                ends_at=ends_at,
                title=series.title,
                opens_place=series.opens_place,
            )
        )
    needs = list(series.needs.all())
    Shift.objects.bulk_create(shifts)
    Need.objects.bulk_create(
        Need(
            municipality_id=series.municipality_id,
            shift=shift,
            duty_id=need.duty_id,
            people=need.people,
        )
        for shift in shifts
        for need in needs
    )
    if made_until is None or until > made_until:
        series.made_until = until
        series.save(update_fields=["made_until"])
    return len(shifts)


@transaction.atomic
def end_series(*, series: Series, by: Person) -> int:
    """Make no more shifts of a series, and take away those ahead that nobody has taken.

    Shifts that somebody has taken stay, and are called off one by one. Says how many went.
    Refuses with NotYoursToKeep.
    """
    must_keep(by, series.rota)
    series.ended_at = timezone.now()
    series.save(update_fields=["ended_at"])
    untouched = series.shifts.ahead().filter(turns=None, starts_at__gt=timezone.now())
    went = untouched.count()
    talked_of = Thread.objects.of(series.municipality).filter(kind="shift").values("key")
    untouched.filter(needs__line=None).exclude(pk__in=talked_of).delete()
    happened("rotas.series_ended", series.rota, by, series)
    return went


@transaction.atomic
def call_off(*, shift: Shift, by: Person, because: str, at: datetime | None = None) -> None:
    """Call a shift off, and tell all who are on it, or in line for it, why.

    Refuses with NotYoursToKeep, SayWhy, ShiftIsOver or ShiftIsCalledOff.
    """
    shift = Shift.objects.select_for_update(of=("self",)).select_related("rota").get(pk=shift.pk)
    must_keep(by, shift.rota)
    at = at or timezone.now()
    if not because.strip():
        raise SayWhy
    if shift.ends_at <= at:
        raise ShiftIsOver
    if shift.is_cancelled:
        raise ShiftIsCalledOff
    shift.cancelled_at, shift.cancelled_because, shift.cancelled_by = at, because.strip(), by
    shift.save(update_fields=["cancelled_at", "cancelled_because", "cancelled_by"])
    on_it = shift.turns.filter(status__in=Turn.HOLDS).select_related("person")
    waiting = InLine.objects.filter(need__shift=shift).select_related("person")
    people = {each.person for each in (*on_it, *waiting) if each.person and each.person != by}
    Swap.objects.filter(turn__shift=shift, status=Swap.Status.ASKED).update(
        status=Swap.Status.WITHDRAWN, answered_at=at
    )
    shift.turns.filter(status__in=Turn.HOLDS).update(status=Turn.Status.CANCELLED, settled_at=at)
    InLine.objects.filter(need__shift=shift).delete()
    for person in people:
        tell(
            person=person,
            municipality=shift.rota.municipality,
            kind="rotas.called_off",
            label=format_lazy(
                _("Called off: “{rota}”, {when}."), rota=shift.rota.title, when=when(shift)
            ),
            text=shift.cancelled_because,
            path=shift.rota.get_absolute_url(),
        )
    happened("rotas.shift_called_off", shift.rota, by, shift)
