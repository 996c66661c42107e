"""Days and weeks of a rota, by the calendar there."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from samskap.rotas.models import Rota, Series, Shift

FOUR_WEEKS = 28  # days
WEEK = timedelta(days=7)


def midnight(day: date) -> datetime:
    """The moment when a day begins, by the clock on the wall."""
    return timezone.make_aware(datetime.combine(day, time()))


def monday_of(day: date) -> date:
    """The first day of the week of a day."""
    return day - timedelta(days=day.weekday())


def shifts_between(rota: Rota, first: date, last: date) -> "QuerySet[Shift]":
    """The shifts of a rota that begin on these days and are not called off."""
    return rota.shifts.filter(
        starts_at__gte=midnight(first),
        starts_at__lt=midnight(last + timedelta(days=1)),
        cancelled_at=None,
    )


def next_day_of(rota: Rota) -> date:
    """The day of the next shift ahead; today where there is none."""
    ahead = rota.shifts.ahead().order_by("starts_at")
    return ahead.values_list("day", flat=True).first() or timezone.localdate()


def series_ahead(rota: Rota, *, is_staff: bool) -> list[Series]:
    """The series that go on, and that somebody could wish for: those of staff only for staff."""
    going_on = rota.series.filter(
        Q(last_on=None) | Q(last_on__gte=timezone.localdate()), ended_at=None
    )
    return list(
        going_on.filter(needs__duty__is_staff__in=(False, is_staff))
        .distinct()
        .order_by("first_on", "opens", "pk")
    )
