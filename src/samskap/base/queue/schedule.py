"""What the clock starts: slots, and the tasks that modules announce for them."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import Task

from samskap.base.modules import all_modules

if TYPE_CHECKING:
    from samskap.base.queue.engine import Engine

log = logging.getLogger(__name__)

LatestSlot = Callable[[datetime], datetime]  # the last slot at or before a moment

# Tasks of the ground floor itself, which is no module.
OF_THE_HOUSE = ("samskap.base.tasks.tidy_up_each_night",)

LATEST = timedelta(days=1)  # a slot that was missed for longer is let go


@dataclass(frozen=True)
class Scheduled:
    """A task without arguments, and when the clock starts it.

    A module names it in its announcement: `tasks=("samskap.ledger.tasks.remind_each_morning",)`.
    A slot that nobody was awake for is made up for within a day, the latest one only.
    """

    task: Task[Any, Any]
    latest: LatestSlot


def each_minutes(minutes: int) -> LatestSlot:
    """Start every so many minutes, counted from midnight UTC, e.g. 10: at :00, :10, :20 …."""

    def latest(now: datetime) -> datetime:
        seconds = 60 * minutes
        return datetime.fromtimestamp(now.timestamp() // seconds * seconds, UTC)

    return latest


def each_hour(*, minute: int = 0) -> LatestSlot:
    """Start every hour, so many minutes past."""

    def latest(now: datetime) -> datetime:
        slot = now.astimezone(UTC).replace(minute=minute, second=0, microsecond=0)
        return slot if slot <= now else slot - timedelta(hours=1)

    return latest


def each_day(at: str) -> LatestSlot:
    """Start every day at a time on the wall, such as “07:00”, summer and winter."""
    wall = time.fromisoformat(at)

    def latest(now: datetime) -> datetime:
        here = timezone.get_default_timezone()
        day = now.astimezone(here).date()
        slot = datetime.combine(day, wall, here)
        # In UTC: two times of one zone are compared by the wall, which goes back in autumn.
        if slot.astimezone(UTC) > now:
            slot = datetime.combine(day - timedelta(days=1), wall, here)
        return slot.astimezone(UTC)

    return latest


def each_week(weekday: int, at: str) -> LatestSlot:
    """Start every week, on a day of it (0 is Monday) at a time on the wall."""
    daily = each_day(at)

    def latest(now: datetime) -> datetime:
        slot = daily(now)
        here = timezone.get_default_timezone()
        while slot.astimezone(here).weekday() != weekday:
            slot = daily(slot - timedelta(seconds=1))
        return slot

    return latest


def all_scheduled() -> dict[str, Scheduled]:
    """Return everything that the clock starts, by the dotted path of its schedule."""
    announced = [path for module in all_modules() for path in module.tasks]
    return {path: import_string(path) for path in (*OF_THE_HOUSE, *announced)}


class Slots(dict[str, datetime]):
    """The slots that one worker has seen started: most of its looks then cost no query."""


def start_due(engine: "Engine", *, slots: Slots, now: datetime | None = None) -> int:
    """Put the job of every slot that has come into the queue, once, and return how many were new.

    Any number of workers may do this at once: the database lets one of them write a slot.
    """
    now = now or timezone.now()
    started = 0
    for path, scheduled in all_scheduled().items():
        slot = scheduled.latest(now)
        if now - slot <= LATEST and slots.get(path) != slot:
            started += engine.add_once(path, slot, scheduled.task)
            slots[path] = slot
    return started
