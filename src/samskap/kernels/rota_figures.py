"""What can be said of a rota in numbers: how even, how well covered, how long open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from statistics import median

from samskap.kernels.errors import NegativeCount

VERSION = "1"
UNEVEN = 0.5  # domain 4.10: a gini above it is uneven
TOO_MUCH = 0.25  # of all hours by one person: the rota is fragile, and wants a handover plan


def gini(hours: Sequence[float]) -> float | None:
    """Measure how unevenly hours lie on people: 0 for all alike, towards 1 for one who does all.

    hours    [P] hours of each person, in any order; not below zero
    returns  0 … (P − 1)/P; None where there are no hours

    G = Σ (2i − P − 1)·x_i / (P·Σ x), with x in rising order and i = 1 … P.

    Raises NegativeCount for hours below zero.

    Source: C. Gini (1912), Variabilità e mutabilità; the form with sorted values as in
    Damgaard & Weiner (2000), Ecology 81(4). Its use for rotas: domain 4.10.
    """
    if any(each < 0 for each in hours):
        raise NegativeCount("hours below zero")
    rising = [Fraction(each) for each in sorted(hours)]
    in_all = sum(rising)
    if not in_all:
        return None
    people = len(rising)
    weighed = sum((2 * at - people - 1) * each for at, each in enumerate(rising, start=1))
    return float(weighed / (people * in_all))


def top_share(hours: Sequence[float]) -> float | None:
    """Return the share of all hours that one person carries: whoever carries most.

    hours    [P] hours of each person, not below zero
    returns  1/P … 1; None where there are no hours

    Raises NegativeCount for hours below zero.

    Source: domain 4.10; above TOO_MUCH a rota stands or falls with one person.
    """
    if any(each < 0 for each in hours):
        raise NegativeCount("hours below zero")
    in_all = sum(Fraction(each) for each in hours)
    return float(Fraction(max(hours)) / in_all) if in_all else None


@dataclass(frozen=True, slots=True)
class Cover:
    """How many planned shifts were covered, those with staff cover counted and shown apart."""

    planned: int
    covered: int
    by_staff: int  # of those covered: at least one volunteer’s place was taken by paid staff

    @property
    def share(self) -> float | None:
        """Covered of planned, 0 … 1; None where nothing was planned."""
        return self.covered / self.planned if self.planned else None

    @property
    def share_without_staff(self) -> float | None:
        """Covered by those who were meant to, of planned; None where nothing was planned."""
        return (self.covered - self.by_staff) / self.planned if self.planned else None


@dataclass(frozen=True, slots=True)
class Held:
    """One planned shift: the places it had, how many were held, how many of those by cover."""

    places: int
    came: int
    staff_cover: int


def cover_of(shifts: Iterable[Held]) -> Cover:
    """Count how many planned shifts were covered: every place was held by somebody who came.

    shifts   the planned shifts that are over

    Raises NegativeCount for a number below zero.

    Source: domain 4.10, coverage = filled shifts / planned; SC-5, “129 of 132, one by staff”.
    """
    planned = covered = by_staff = 0
    for shift in shifts:
        if min(shift.places, shift.came, shift.staff_cover) < 0:
            raise NegativeCount(f"{shift}")
        planned += 1
        if 0 < shift.places <= shift.came:
            covered += 1
            by_staff += shift.staff_cover > 0
    return Cover(planned=planned, covered=covered, by_staff=by_staff)


@dataclass(frozen=True, slots=True)
class OpenFor:
    """A stretch during which a place was open, in minutes of any clock that runs evenly."""

    week: int
    start: int  # [minutes]
    end: int  # [minutes]


def minutes_open(stretches: Iterable[OpenFor], weeks: Sequence[int]) -> dict[int, int]:
    """Add up, for each week, for how many minutes a place was open; overlaps count once.

    stretches  when it was open, in any order; a stretch counts in the week it names
    weeks      the weeks asked about, those in which it was never open included
    returns    week → minutes

    Raises NegativeCount for a stretch that ends before it starts.
    """
    open_for = dict.fromkeys(weeks, 0)
    in_order = sorted(stretches, key=lambda each: (each.week, each.start))
    for week, of_week in groupby(in_order, key=lambda each: each.week):
        until: int | None = None
        for each in of_week:
            if each.end < each.start:
                raise NegativeCount(f"{each} ends before it starts")
            begins = each.start if until is None else max(each.start, until)
            if week in open_for:
                open_for[week] += max(each.end - begins, 0)
            until = each.end if until is None else max(until, each.end)
    return open_for


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Opening hours a week: in an ordinary week (the median) and on average, over n weeks."""

    ordinary: float
    average: float
    weeks: int


def weekly_hours(minutes: Iterable[int]) -> WeeklyHours | None:
    """Sum up weeks: half of them had at least the `ordinary` hours.

    minutes  [W] minutes open in each week, closed weeks as 0
    returns  hours a week; None without any week

    The median is what a resident meets in an ordinary week; the average tells of weeks lost.
    """
    found = list(minutes)
    if not found:
        return None
    return WeeklyHours(
        ordinary=median(found) / 60, average=sum(found) / len(found) / 60, weeks=len(found)
    )
