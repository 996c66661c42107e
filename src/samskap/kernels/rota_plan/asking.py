"""What a plan is made from: needs and helpers, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from samskap.kernels.errors import ImpossibleCounts, NegativeCount, NoTimeZone

REST = timedelta(hours=11)
_LAST_MINUTE = time(23, 59)
DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class Busy:
    """A stretch of time that somebody has already given.

    counts  whether it is a turn of this rota, so that limits and fairness count it
    """

    starts_at: datetime
    ends_at: datetime
    counts: bool = True

    def __post_init__(self) -> None:
        """Refuse a stretch that nobody can place in time."""
        _must_pass(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of an ordinary week in which somebody can, or cannot.

    weekday  0 is Monday
    ends     23:59 means midnight
    """

    weekday: int
    starts: time
    ends: time
    is_free: bool = True

    @property
    def minutes(self) -> tuple[int, int]:
        """From when until when [minutes of the day]."""
        last = DAY if self.ends >= _LAST_MINUTE else self.ends.hour * 60 + self.ends.minute
        return self.starts.hour * 60 + self.starts.minute, last


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One duty of one shift, and how many people it still lacks.

    starts_at, ends_at  by the clock on the wall there, so that days and hours mean what people say
    at                  [km east, km north] of any common point; None where distance is no matter
    there               helpers who are on the shift already
    """

    key: str
    shift: str
    starts_at: datetime
    ends_at: datetime
    people: int = 1
    asks: frozenset[str] = frozenset()
    at: tuple[float, float] | None = None
    there: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a need that cannot mean anything."""
        _must_pass(self.starts_at, self.ends_at)
        if self.people < 0:
            raise NegativeCount(f"{self.people} people for {self.key}")

    @property
    def part(self) -> tuple[int, int]:
        """The part of the day in which it begins: day, and morning 0, afternoon 1 or evening 2."""
        hour = self.starts_at.hour
        return self.starts_at.toordinal(), (hour >= 12) + (hour >= 17)

    @property
    def week(self) -> int:
        """The week in which it begins."""
        return week_of(self.starts_at)

    @property
    def hours(self) -> tuple[int, int, int]:
        """Weekday, and from when until when [minutes from that midnight; more than a day: next]."""
        starts = self.starts_at.hour * 60 + self.starts_at.minute
        days = (self.ends_at.date() - self.starts_at.date()).days
        ends = days * DAY + self.ends_at.hour * 60 + self.ends_at.minute
        return self.starts_at.weekday(), starts, ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Somebody who can take turns.

    knows        what they are cleared for
    windows      when they can and cannot; without a window “can”, they can whenever they are not
                 busy and have not said that they cannot
    most         turns in the whole plan, at most, with those of `busy` that count; None: no limit
    most_a_week  likewise in each week
    busy         turns that they have already, here or elsewhere
    at           where they live; None where they do not say
    reach_km     how far they go; None: any distance
    not_with     helpers with whom they shall not be on one shift; it holds both ways
    """

    key: str
    knows: frozenset[str] = frozenset()
    windows: tuple[Window, ...] = ()
    most: int | None = None
    most_a_week: int | None = None
    rest: timedelta = REST
    busy: tuple[Busy, ...] = ()
    at: tuple[float, float] | None = None
    reach_km: float | None = None
    wants: frozenset[str] = frozenset()
    rather_not: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse limits that cannot mean anything."""
        if min(self.most or 0, self.most_a_week or 0, self.reach_km or 0) < 0:
            raise NegativeCount(f"{self.key} has a limit below zero")
        if self.rest < timedelta(0):
            raise NegativeCount(f"{self.key} rests {self.rest}")

    @property
    def has(self) -> int:
        """How many turns of this rota they have already."""
        return sum(one.counts for one in self.busy)


def week_of(moment: datetime) -> int:
    """Number the week of a moment; weeks begin on Mondays."""
    return (moment.toordinal() - 1) // 7


def clash(
    one: tuple[datetime, datetime], other: tuple[datetime, datetime], rest: timedelta
) -> bool:
    """Tell whether nobody can do both: they overlap, or lie on two days with too little rest.

    Two shifts of one day may follow each other; rest is asked for across midnight.
    """
    first, second = sorted((one, other))
    gap = second[0].astimezone(UTC) - first[1].astimezone(UTC)  # the clock on the wall may change
    if gap < timedelta(0):
        return True
    return second[0].date() != first[0].date() and gap < rest


def _must_pass(starts_at: datetime, ends_at: datetime) -> None:
    """Refuse times without a zone and stretches that end before they begin."""
    if starts_at.tzinfo is None or ends_at.tzinfo is None:
        raise NoTimeZone(f"{starts_at} … {ends_at}")
    if ends_at <= starts_at:
        raise ImpossibleCounts(f"{starts_at} … {ends_at} ends before it begins")
