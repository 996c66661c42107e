"""A clock that stands at any moment: months of co-creation happen while the demo is filled."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Self, cast

from django.utils import timezone

NOW = timezone.now()
"""When this process began to fill; every story counts backwards from here."""


class _Standing(datetime):
    """The class that Django asks for the time, while the clock stands."""

    moment: datetime

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        """Say the moment at which the clock stands."""
        return cast(Self, cls.moment.astimezone(tz))


@contextmanager
def borrowed() -> Iterator[None]:
    """Let `timezone.now` tell what `stand_at` says, until this ends."""
    real = timezone.datetime  # type: ignore[attr-defined]
    _Standing.moment = NOW
    timezone.datetime = _Standing  # type: ignore[attr-defined]
    try:
        yield
    finally:
        timezone.datetime = real  # type: ignore[attr-defined]


def stand_at(moment: datetime) -> None:
    """Set the clock."""
    _Standing.moment = moment


def now() -> datetime:
    """The moment at which the clock stands."""
    return _Standing.moment


def later(moment: datetime, days: int) -> datetime:
    """The same time of the day, some days later."""
    return timezone.localtime(moment) + timedelta(days=days)


def today() -> date:
    """The day on which the demo is filled."""
    return timezone.localdate(NOW)


def ago(days: int, at: str = "10:00") -> datetime:
    """The moment so many days ago, at a time of the day; never in the future."""
    then = datetime.combine(today() - timedelta(days=days), time.fromisoformat(at))
    return min(timezone.make_aware(then), timezone.localtime(NOW) - timedelta(minutes=1))


def day(days_ago: int) -> date:
    """The day so many days ago; a negative number is ahead."""
    return today() - timedelta(days=days_ago)
