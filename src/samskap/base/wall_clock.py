"""The clock on the wall: from a day and a time to moments, and moments in the reader’s words."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise, lazystr
from django.utils.translation import get_language


def moments_of(day: date, opens: time, closes: time, zone: str) -> tuple[datetime, datetime]:
    """Say when something on a day begins and ends; a clock time at or before `opens` is next day.

    A time that the clock jumps over is read with the offset before the jump, and one that it
    shows twice is its first, as RFC 5545 (3.3.5) has it.
    """
    last_day = day + timedelta(days=closes <= opens)
    there = ZoneInfo(zone)
    starts_at, ends_at = (
        datetime.combine(on, at, there).astimezone(UTC)
        for on, at in ((day, opens), (last_day, closes))
    )
    return starts_at, ends_at


def when(starts_at: datetime, ends_at: datetime) -> Promise:
    """Say from when until when, as each reader says it: “Tuesday 24 November, 16:00–19:00”."""
    return lazystr(_Said(starts_at, ends_at))


def day_in_words(day: date, *, weekday: bool = True) -> str:
    """Say a day: “Tuesday 24 November”, “tirsdag 24. november”; only English leaves out the dot."""
    words = "j F" if get_language() == "en" else "j. F"
    return date_format(day, f"l {words}" if weekday else words)


class _Said:
    """Says a stretch of time when it is read, so that each reader has it in their language."""

    def __init__(self, starts_at: datetime, ends_at: datetime) -> None:
        self.starts_at, self.ends_at = starts_at, ends_at

    def __str__(self) -> str:
        starts, ends = timezone.localtime(self.starts_at), timezone.localtime(self.ends_at)
        return f"{day_in_words(starts)}, {starts:%H:%M}–{ends:%H:%M}"
