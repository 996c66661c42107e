"""The figures of a rota, from the shifts that were really held; the sums are a kernel’s."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Func, IntegerField, Q, Sum
from django.utils import timezone

from samskap.base.prepared import Prepared
from samskap.initiatives.queries.kept import kept
from samskap.kernels.rota_figures import (
    Cover,
    Held,
    OpenFor,
    WeeklyHours,
    cover_of,
    gini,
    minutes_open,
    top_share,
    weekly_hours,
)
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.ledger.models import FateStatus, Side
from samskap.rotas.models import Rota, Shift, Turn
from samskap.rotas.queries.planner.days import monday_of
from samskap.rotas.queries.turns import counted

OUT_OF_THE_PLAN = timedelta(days=7)  # called off this long before, a shift was never counted on


@dataclass(frozen=True, kw_only=True)
class RotaFigures:
    """What can be said of a rota today.

    weeks       Monday of each whole week that is over → hours open, by shifts that were held
    planned     the same weeks → hours that were planned
    cover       planned shifts that are over, and how many were covered
    minutes_by  side → minutes worked; STAFF_COVER is a part of the public side
    people      how many people did at least one turn
    evenness, largest_share  of volunteers’ hours; None for fewer than five people
    """

    hours: WeeklyHours | None
    weeks: dict[date, float]
    planned: dict[date, float]
    cover: Cover
    minutes_by: dict[str, int]
    cover_minutes: int
    people: int
    evenness: float | None
    largest_share: float | None
    first_on: date | None

    @property
    def hours_volunteers(self) -> float:
        """Hours by residents and their organisations."""
        return self.minutes_by.get(Side.NON_PUBLIC, 0) / 60

    @property
    def hours_staff(self) -> float:
        """Hours by paid staff, staff cover among them."""
        return self.minutes_by.get(Side.PUBLIC, 0) / 60

    @property
    def hours_cover(self) -> float:
        """Hours that staff stood on volunteers’ places."""
        return self.cover_minutes / 60


def figures_of(rota: Rota) -> RotaFigures:
    """The figures of a rota, worked out once while nothing happens, and anew each day."""
    return kept(rota.initiative, f"rotas.figures:{rota.pk}", lambda: work_out(rota))


class Minute(Func):
    """The minute of a moment, counted from 1970, by a clock that runs evenly."""

    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, Any]:
        """Say it as SQLite does."""
        template = "CAST(strftime('%%%%s', %(expressions)s) AS INTEGER) / 60"
        return self.as_sql(compiler, connection, template=template, **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, Any]:
        """Say it as PostgreSQL does."""
        template = "FLOOR(EXTRACT(EPOCH FROM %(expressions)s) / 60)::bigint"
        return self.as_sql(compiler, connection, template=template, **more)


# What was never put into the plan, or taken out in good time, is not counted.
PLANNED = Q(cancelled_at=None) | Q(cancelled_at__gt=F("starts_at") - OUT_OF_THE_PLAN)
WITHDRAWN = Q(needs__turns__contribution__standing__status=FateStatus.WITHDRAWN)
CAME = Q(needs__turns__status=Turn.Status.DONE) & ~WITHDRAWN

over = Prepared(
    lambda rota, now: (
        Shift.objects.filter(PLANNED, rota=rota, ends_at__lte=now)
        .order_by("starts_at", "pk")
        .annotate(start=Minute("starts_at"), end=Minute("ends_at"))
        .values_list("pk", "day", "start", "end", "opens_place", "needs", "needs__people")
        .annotate(
            came=Count("needs__turns", filter=CAME),
            cover=Count("needs__turns", filter=CAME & Q(needs__turns__is_staff_cover=True)),
        )
    ),
    rota=int,
    now=datetime,
)
given = Prepared(
    lambda rota, now: (
        counted(Turn.objects.filter(shift__rota=rota, shift__ends_at__lte=now))
        .order_by()
        .values_list("giver_id", "side", "is_staff_cover")
        .annotate(Sum("minutes"))
    ),
    rota=int,
    now=datetime,
)


@dataclass(kw_only=True)
class Over:
    """A planned shift that is over."""

    day: date
    start: int  # [minutes]
    end: int  # [minutes]
    opens_place: bool
    places: int = 0
    came: int = 0  # not more than there were places for each duty
    staff_cover: int = 0
    was_held: bool = False  # somebody came


def work_out(rota: Rota, *, now: datetime | None = None) -> RotaFigures:
    """Work the figures out from shifts, needs and turns: two questions, however many shifts."""
    now = now or timezone.now()
    shifts = shifts_over(rota, now)
    by_giver: Counter[int] = Counter()
    minutes_by: Counter[str] = Counter()
    cover_minutes = 0
    for giver, side, is_cover, worked in given.all(rota=rota.pk, now=now):
        minutes_by[side] += worked
        cover_minutes += worked if is_cover else 0
        if side == Side.NON_PUBLIC:
            by_giver[giver] += worked

    weeks = whole_weeks(shifts, now)
    planned, open_for = open_by_week(shifts, list(weeks))
    enough = len(by_giver) >= SMALLEST_SHOWN
    return RotaFigures(
        hours=weekly_hours(open_for.values()),
        weeks={weeks[week]: minutes / 60 for week, minutes in open_for.items()},
        planned={weeks[week]: minutes / 60 for week, minutes in planned.items()},
        cover=cover_of(Held(each.places, each.came, each.staff_cover) for each in shifts),
        minutes_by=dict(minutes_by),
        cover_minutes=cover_minutes,
        people=len(by_giver),
        evenness=gini(list(by_giver.values())) if enough else None,
        largest_share=top_share(list(by_giver.values())) if enough else None,
        first_on=shifts[0].day if shifts else None,
    )


def shifts_over(rota: Rota, now: datetime) -> list[Over]:
    """The planned shifts that are over, the first ones first; one row comes for each need."""
    found: dict[int, Over] = {}
    for pk, day, start, end, opens, _need, people, came, cover in over.all(rota=rota.pk, now=now):
        shift = found.get(pk)
        if shift is None:
            shift = found[pk] = Over(day=day, start=start, end=end, opens_place=opens)
        if came:
            # One too many for one duty does not stand on the place of another.
            shift.came += min(came, people)
            shift.staff_cover += cover
            shift.was_held = True
        shift.places += people or 0  # a shift without a need has no place
    return list(found.values())


def whole_weeks(shifts: list[Over], now: datetime) -> dict[int, date]:
    """Number the weeks from the first shift to the last one that are over: number → Monday."""
    if not shifts:
        return {}
    first, last = monday_of(shifts[0].day), monday_of(shifts[-1].day)
    this_week = monday_of(timezone.localdate(now))
    mondays = range(min((last - first).days, (this_week - first).days - 7) // 7 + 1)
    return {number: first + timedelta(weeks=number) for number in mondays}


def open_by_week(shifts: list[Over], weeks: list[int]) -> tuple[dict[int, int], dict[int, int]]:
    """For how many minutes of each week the place was to be open to everybody, and was."""
    if not shifts:
        return {}, {}
    first = monday_of(shifts[0].day).toordinal()
    planned, held = [], []
    for shift in shifts:
        if shift.opens_place:
            week = (shift.day.toordinal() - first) // 7
            stretch = OpenFor(week, shift.start, shift.end)
            planned.append(stretch)
            if shift.was_held:
                held.append(stretch)
    return minutes_open(planned, weeks), minutes_open(held, weeks)
