"""Calendars as other programs read them: RFC 5545.

Times carry the name of their zone, and the calendar says when clocks change there, so that what is
at four stays at four. What comes again and again may be one event with a rule; what then happens
otherwise than the rule has it stands in its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur

MAKER = "-//Samskap//EN"
ASK_AGAIN = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Repeats:
    """That an event comes again by a rule.

    rule      as RFC 5545 has it, without an end
    until     when the last one begins
    left_out  when the rule has one and nothing happens, or something else; by the clock there
    """

    rule: str
    until: datetime
    left_out: tuple[datetime, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One event of a calendar.

    uid         the same for as long as it is the same event
    changed_at  when it last became what it says
    version     how many times it has changed
    is_busy     whether its reader is busy then; otherwise it is only shown
    repeats     how it comes again; None for what happens once
    instead_of  when the event of the same uid that comes again would begin, if this one stands in
                its place
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
    repeats: Repeats | None = None
    instead_of: datetime | None = None


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
    if entry.repeats:
        made.add("rrule", {**vRecur.from_ical(entry.repeats.rule), "until": entry.repeats.until})
        if entry.repeats.left_out:
            made.add("exdate", [moment.astimezone(there) for moment in entry.repeats.left_out])
    if entry.instead_of:
        made.add("recurrence-id", entry.instead_of.astimezone(there))
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
    ends = [entry.ends_at for entry in entries]
    ends += [entry.repeats.until for entry in entries if entry.repeats]
    last = max(ends) + timedelta(days=1)
    return date(first.year, 1, 1), date(last.year + 1, 1, 1)
