"""Reading the public calendar: what is on, narrowed down, as a list, a month or a feed."""

from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from samskap.base.calendars import Entry
from samskap.base.prepared import Prepared
from samskap.initiatives.models import Topic
from samskap.meetings.models import Arrangement, Event
from samskap.meetings.queries.calendar import BACK, MOST, entry_of
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.places.models import Area

NARROWS = {
    "initiative": "initiative__slug",
    "kind": "kind",
    "topic": "initiative__topics__slug",
    "area": "initiative__areas__slug",
    "group": "arrangement__group",
}
topics_to_choose = Prepared(lambda municipality: Topic.objects.of(municipality), municipality=int)
areas_to_choose = Prepared(
    lambda municipality: Area.objects.of(municipality).order_by("name").values_list("slug", "name"),
    municipality=int,
)
MOST_OF_A_MONTH = 500  # events that a month shows


def narrowed(events: "QuerySet[Event]", chosen: dict[str, str]) -> "QuerySet[Event]":
    """Only events of an initiative, a kind, a topic, an area or a group, as chosen."""
    narrow = Q(**{NARROWS[name]: said for name, said in chosen.items() if said})
    # Topics and areas of an initiative are many: its event is still told once.
    return events.filter(pk__in=Event.objects.filter(narrow).values("pk")) if narrow else events


def groups_in(municipality: Municipality) -> list[str]:
    """The groups that have met here, by name."""
    arranged = Arrangement.objects.of(municipality).exclude(group="")
    return list(arranged.order_by("group").values_list("group", flat=True).distinct()[:100])


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day of a month, with what is on."""

    on: date
    is_within: bool  # in the month, and not in the week around its ends
    is_today: bool
    events: list[Event] = field(default_factory=list)


def month_of(events: "QuerySet[Event]", first: date) -> list[list[Day]]:
    """The weeks of a month, Monday first, each day with the events that touch it; one question."""
    today = timezone.localdate()
    weeks = [
        [Day(on=on, is_within=on.month == first.month, is_today=on == today) for on in week]
        for week in Calendar(firstweekday=0).monthdatescalendar(first.year, first.month)
    ]
    days = {day.on: day for week in weeks for day in week}
    starts, ends = min(days), max(days) + timedelta(days=1)
    found = events.filter(starts_at__lt=midnight(ends), ends_at__gt=midnight(starts))
    for event in found.order_by("starts_at", "pk")[:MOST_OF_A_MONTH]:
        for on in days_of(event):
            if on in days:
                days[on].events.append(event)
    return weeks


def midnight(day: date) -> datetime:
    """When a day begins, by the clock there."""
    return timezone.make_aware(datetime.combine(day, time.min))


def days_of(event: Event) -> Iterator[date]:
    """The days that an event touches; what ends at midnight does not touch the next."""
    on = timezone.localdate(event.starts_at)
    last = timezone.localdate(event.ends_at - timedelta(microseconds=1))
    while on <= last:
        yield on
        on += timedelta(days=1)


def public_entries(events: "QuerySet[Event]", municipality: Municipality) -> list[Entry]:
    """The same events as entries of a calendar that anybody may subscribe to."""
    address = address_of(municipality)
    told = events.filter(ends_at__gt=timezone.now() - BACK).order_by("starts_at", "pk")[:MOST]
    return [entry_of(event, address, is_busy=False) for event in told]
