"""Calendars as other programs read them: RFC 5545.

Times carry the name of their zone, and the calendar says when clocks change there, so that what is
at four stays at four. Each shift is an event of its own: one can be called off, and nothing needs
to be left out of a rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

MAKER = "-//Samskap//EN"
ASK_AGAIN = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One event of a calendar.

    uid         the same for as long as it is the same event
    changed_at  when it last became what it says
    version     how many times it has changed
    is_busy     whether its reader is busy then; otherwise it is only shown
    """

    uid: str
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str
    text: str
    url: str
    changed_at: datetime
    version: int = 0
    is_cancelled: bool = False
    is_busy: bool = True


def written(*, name: str, zone: str, entries: Sequence[Entry]) -> bytes:
    """Write a calendar.

    zone  IANA name of where the clock on the wall hangs
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)  # what programs from before RFC 7986 read
    calendar.add("x-wr-timezone", zone)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    there = ZoneInfo(zone)
    for entry in entries:
        calendar.add_component(event(entry, there))
    first, last = years_of(entries)
    calendar.add_missing_timezones(first_date=first, last_date=last)
    text: bytes = calendar.to_ical()
    return text


def event(entry: Entry, there: ZoneInfo) -> Event:
    """Write one event."""
    made = Event()
    made.add("uid", entry.uid)
    made.add("dtstamp", entry.changed_at.astimezone(UTC))
    made.add("last-modified", entry.changed_at.astimezone(UTC))
    made.add("sequence", entry.version)
    made.add("dtstart", entry.starts_at.astimezone(there))
    made.add("dtend", entry.ends_at.astimezone(there))
    made.add("summary", entry.title)
    made.add("location", entry.place)
    if entry.text:
        made.add("description", entry.text)
    made.add("url", entry.url)
    made.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    is_busy = entry.is_busy and not entry.is_cancelled
    made.add("transp", "OPAQUE" if is_busy else "TRANSPARENT")
    made.add("class", "PRIVATE" if entry.is_busy else "PUBLIC")
    return made


def years_of(entries: Sequence[Entry]) -> tuple[date, date]:
    """For which years the changes of the clock are told: whole ones, around all events."""
    if not entries:
        return date(2026, 1, 1), date(2026, 12, 31)  # nothing asks for them
    first = min(entry.starts_at for entry in entries) - timedelta(days=1)
    last = max(entry.ends_at for entry in entries) + timedelta(days=1)
    return date(first.year, 1, 1), date(last.year + 1, 1, 1)
