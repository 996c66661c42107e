"""When something must be done: days and months counted as the law counts them, in civil days.

- *civil day*: a day of the calendar at a place, whatever the clocks do in the night
- *legal clock*: the last day that a law gives; nobody at the place can make it longer or shorter
- *promised clock*: the day that somebody has promised; never after the legal one
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from samskap.kernels.errors import NegativeCount, NoTimeZone, UnknownWord
from samskap.kernels.public_holidays import is_public_holiday

FORMULA = "deadlines-1"
SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class Period:
    """A stretch of time as a law writes it: months, or days, or both; months are counted first."""

    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        if self.months < 0 or self.days < 0 or not (self.months or self.days):
            raise NegativeCount(f"a period of {self.months} months and {self.days} days")


@dataclass(frozen=True)
class LastDay:
    """The last day of a deadline.

    counted_on  the day that the number of months or days leads to
    on          the day on which it ends: that one, or the next working day
    moved_by    why it was moved: “saturday”, “sunday”, “public_holiday”, “closed_day”; else empty
    """

    counted_on: date
    on: date
    moved_by: str = ""


@dataclass(frozen=True)
class Clocks:
    """The two clocks of one thing that is waited for.

    legal         the law’s last day; None where no law gives one, or where it does not run
    promised_on   the day that was promised
    stopped_on    since when the law’s clock does not run; None where it runs
    """

    legal: LastDay | None
    promised_on: date
    stopped_on: date | None = None


def _closed_in_denmark(day: date) -> bool:
    """Source: forældelsesloven § 27, stk. 2: grundlovsdag, 24 and 31 December."""
    return (day.month, day.day) in {(6, 5), (12, 24), (12, 31)}


def _closed_in_norway(day: date) -> bool:
    """Source: domstolloven § 149 names Saturdays and holidays and those alike, and no other."""
    return False


CLOSED: Mapping[str, Callable[[date], bool]] = MappingProxyType(
    {"NO": _closed_in_norway, "DK": _closed_in_denmark}
)


def months_later(day: date, months: int) -> date:
    """The same day of a later month; the last day of that month where it has no such day.

    Source: domstolloven § 148, second paragraph (Norway): a period of months ends on the day that
    answers by its number to the day it began, else on the last day of the month. Forældelsesloven
    § 27, stk. 1 (Denmark) says the same.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def why_not_working(day: date, country: str) -> str:
    """Why a deadline does not end on a day: “saturday”, “sunday” …; empty for a working day.

    Raises UnknownWord for a country whose law is not known.

    Source: domstolloven § 149, first paragraph; forældelsesloven § 27, stk. 2; Justitsministeriets
    vejledning nr. 9533 af 26.6.2018 (Danish administrative practice).
    """
    if country not in CLOSED:
        raise UnknownWord(f"country {country!r} is not one of {', '.join(CLOSED)}")
    if is_public_holiday(country, day):
        return "public_holiday"
    if day.weekday() >= SATURDAY:
        return "saturday" if day.weekday() == SATURDAY else "sunday"
    return "closed_day" if CLOSED[country](day) else ""


def last_day(start: date, period: Period, country: str, *, moves: bool = True) -> LastDay:
    """The last day of a period that begins with something that happened on a day.

    The day on which it happened is not counted. Where the period ends on a day that is no working
    day, it ends on the next one.

    moves  False for a window that people use themselves, on any day: it ends on its number

    Source: domstolloven §§ 148 and 149, which forvaltningsloven § 30 and other laws point to.
    Kommuneloven § 12-1 gives six months and no rule of its own for how they are counted, so the
    general one is used. Denmark: forældelsesloven § 27 and vejledning nr. 9533 af 26.6.2018.
    """
    counted = months_later(start, period.months) + timedelta(days=period.days)
    why = why_not_working(counted, country)
    if not why or not moves:
        return LastDay(counted, counted)
    on = counted
    while why_not_working(on, country):
        on += timedelta(days=1)
    return LastDay(counted, on, why)


def last_working_day(year: int, month: int, country: str) -> date:
    """The last working day of a month, for a rule that says “by the end of October”.

    Raises UnknownWord for a country whose law is not known.
    """
    day = date(year, month, monthrange(year, month)[1])
    while why_not_working(day, country):
        day -= timedelta(days=1)
    return day


def day_of(moment: datetime, zone: str) -> date:
    """The civil day of a moment at a place. Raises NoTimeZone for a moment that says none."""
    if moment.tzinfo is None:
        raise NoTimeZone(f"{moment.isoformat()} does not say its time zone")
    return moment.astimezone(ZoneInfo(zone)).date()


def ends_at(day: date, zone: str) -> datetime:
    """The first moment after a civil day at a place: its midnight, however long the day was.

    The day on which clocks are turned has 23 or 25 hours; it is one day all the same.
    """
    return datetime.combine(day + timedelta(days=1), time(0), ZoneInfo(zone))


def is_within(moment: datetime, last: date, zone: str) -> bool:
    """Whether something came in time: on the last day, by the calendar there, or before."""
    return day_of(moment, zone) <= last


def two_clocks(
    start: date,
    *,
    country: str,
    law: Period | None,
    promised: Period | None = None,
    stopped_on: date | None = None,
    expected_on: date | None = None,
) -> Clocks:
    """Put the law’s clock and the promised one side by side.

    law          the period that the law gives; None where it gives none
    promised     the period that the municipality promises; the law’s own where it promises nothing
    stopped_on   the day from which the law’s clock does not run
    expected_on  the day that is promised instead, once it does not run

    A promise never goes beyond the law. Where no law gives a day, a promise is needed.

    Raises NegativeCount where there is neither a law nor a promise.

    Source: domain.md 2.4, rule 2. A proposal that is referred to a pending plan case is not bound
    by the six months: kommuneloven § 12-1.
    """
    legal = last_day(start, law, country) if law else None
    ours = promised or law
    if ours is None:
        raise NegativeCount("neither a law nor a promise gives a day")
    promised_on = last_day(start, ours, country).on
    if stopped_on is not None:
        return Clocks(None, expected_on or promised_on, stopped_on)
    if legal is not None:
        promised_on = min(promised_on, legal.on)
    return Clocks(legal, promised_on)
