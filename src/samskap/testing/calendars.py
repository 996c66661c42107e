"""Calendars as a program reads them that has read none before."""

from typing import Any

import vobject


def read_calendar(text: str) -> Any:
    """Read a calendar with the zones that it tells itself.

    The parser keeps zones from calendars that it has read before, which may have told other years.
    """
    setattr(vobject.icalendar, "__tzidMap", {"UTC": vobject.icalendar.utc})
    return vobject.readOne(text)
