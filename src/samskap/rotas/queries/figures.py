"""The figures of a rota, from the shifts that were really held; the sums are a kernel’s."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

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
from samskap.ledger.models import Side
from samskap.rotas.models import Need, Rota, Shift, Turn
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


def work_out(rota: Rota, *, now: datetime | None = None) -> RotaFigures:
    """Work the figures out from shifts, needs and turns: three questions, however many shifts."""
    now = now or timezone.now()
    # What was never put into the plan, or taken out in good time, is not counted.
    shifts = [
        shift
        for shift in Shift.objects.filter(rota=rota, ends_at__lte=now).order_by("starts_at")
        if not shift.cancelled_at or shift.starts_at - shift.cancelled_at < OUT_OF_THE_PLAN
    ]
    done = defaultdict(list)
    turns = counted(Turn.objects.filter(shift__rota=rota, shift__ends_at__lte=now)).values_list(
        "need_id", "shift_id", "giver_id", "side", "is_staff_cover", "minutes"
    )
    on_shift: set[int] = set()
    by_giver: Counter[int] = Counter()
    minutes_by: Counter[str] = Counter()
    cover_minutes = 0
    for need, shift_id, giver, side, is_cover, worked in turns:
        minutes = worked or 0  # the database sees that a turn that is done says how long
        done[need].append(is_cover)
        on_shift.add(shift_id)
        minutes_by[side] += minutes
        cover_minutes += minutes if is_cover else 0
        if side == Side.NON_PUBLIC:
            by_giver[giver] += minutes

    weeks = whole_weeks(shifts, now)
    open_for = minutes_open(stretches(shifts, only=on_shift), list(weeks))
    planned = minutes_open(stretches(shifts), list(weeks))
    enough = len(by_giver) >= SMALLEST_SHOWN
    return RotaFigures(
        hours=weekly_hours(open_for.values()),
        weeks={weeks[week]: minutes / 60 for week, minutes in open_for.items()},
        planned={weeks[week]: minutes / 60 for week, minutes in planned.items()},
        cover=cover_of(held_places(rota, shifts, done, now)),
        minutes_by=dict(minutes_by),
        cover_minutes=cover_minutes,
        people=len(by_giver),
        evenness=gini(list(by_giver.values())) if enough else None,
        largest_share=top_share(list(by_giver.values())) if enough else None,
        first_on=shifts[0].day if shifts else None,
    )


def held_places(
    rota: Rota, shifts: list[Shift], done: dict[int, list[bool]], now: datetime
) -> list[Held]:
    """How many places each planned shift had, and how many were held by somebody who came."""
    places: Counter[int] = Counter()
    came: Counter[int] = Counter()
    cover: Counter[int] = Counter()
    needs = Need.objects.filter(shift__rota=rota, shift__ends_at__lte=now)
    for pk, shift_id, people in needs.values_list("pk", "shift_id", "people"):
        places[shift_id] += people
        # One too many for one duty does not stand on the place of another.
        came[shift_id] += min(len(done[pk]), people)
        cover[shift_id] += sum(done[pk])
    return [
        Held(places=places[shift.pk], came=came[shift.pk], staff_cover=cover[shift.pk])
        for shift in shifts
    ]


def monday_of(day: date) -> date:
    """The day on which a week begins."""
    return day - timedelta(days=day.weekday())


def whole_weeks(shifts: list[Shift], now: datetime) -> dict[int, date]:
    """Number the weeks from the first shift to the last one that are over: number → Monday."""
    if not shifts:
        return {}
    first, last = monday_of(shifts[0].day), monday_of(shifts[-1].day)
    this_week = monday_of(timezone.localdate(now))
    mondays = range(min((last - first).days, (this_week - first).days - 7) // 7 + 1)
    return {number: first + timedelta(weeks=number) for number in mondays}


def stretches(shifts: list[Shift], *, only: set[int] | None = None) -> list[OpenFor]:
    """When the place was open to everybody: in all these shifts, or only in some of them."""
    if not shifts:
        return []
    first = monday_of(shifts[0].day)
    return [
        OpenFor(
            week=(monday_of(shift.day) - first).days // 7,
            start=int(shift.starts_at.timestamp()) // 60,
            end=int(shift.ends_at.timestamp()) // 60,
        )
        for shift in shifts
        if shift.opens_place and (only is None or shift.pk in only)
    ]
