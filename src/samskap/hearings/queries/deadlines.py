"""Which day it is there, and which days a hearing may end on."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from samskap.hearings.errors import ClosesBeforeItOpens, TooShort
from samskap.hearings.models import Hearing
from samskap.kernels.deadlines import Period, day_of, last_day
from samskap.kernels.hearing_periods import (
    Preset,
    earliest_close,
    preset_named,
    settled_close,
)
from samskap.municipalities.models import Municipality

USUAL = Period(days=42)  # what is proposed where no law gives a number


def today_in(municipality: Municipality, at: datetime | None = None) -> date:
    """The civil day there, which is not the same everywhere at midnight."""
    return day_of(at or timezone.now(), municipality.preset.time_zone)


def preset_of(hearing: Hearing) -> Preset:
    """The kind of matter that is heard, with its law."""
    return preset_named(hearing.preset)


def proposed_close(opens_on: date, preset: Preset, country: str) -> date:
    """The last day that is proposed: the earliest by law, else six weeks later."""
    by_law = earliest_close(opens_on, preset, country)
    return (by_law or last_day(opens_on, USUAL, country)).on


def set_days(hearing: Hearing, *, opens_on: date, closes_on: date | None) -> None:
    """Set the days of a hearing; a last day that is no working day becomes the next one.

    Refuses with ClosesBeforeItOpens or TooShort.
    """
    preset, country = preset_of(hearing), hearing.municipality.country
    by_law = earliest_close(opens_on, preset, country)
    wished = closes_on or proposed_close(opens_on, preset, country)
    if wished <= opens_on:
        raise ClosesBeforeItOpens
    closes = settled_close(wished, country).on
    if by_law is not None and closes < by_law.on:
        raise TooShort(weeks=preset.weeks, source=preset.source, day=in_words(by_law.on))
    hearing.opens_on, hearing.closes_on = opens_on, closes
    hearing.law_closes_on = by_law.on if by_law else None
    hearing.law_moved_by = by_law.moved_by if by_law else ""


def in_words(day: date) -> str:
    """A day as the reader says it."""
    return date_format(day)
