"""Days in the reader’s words: `{{ shift.day|weekday_in_words }}`."""

from datetime import date

from django import template
from django.utils.text import capfirst

from samskap.base import wall_clock

register = template.Library()


@register.filter(expects_localtime=True)
def weekday_in_words(day: date) -> str:
    """Say a day where a line begins: “Tuesday 24 November”, “Tirsdag 24. november”."""
    return capfirst(wall_clock.day_in_words(day))


@register.filter(expects_localtime=True)
def day_in_words(day: date) -> str:
    """Say a day: “24 November”, “24. november”."""
    return wall_clock.day_in_words(day, weekday=False)


@register.filter(expects_localtime=True)
def day_and_year(day: date) -> str:
    """Say a day with its year: “24 November 2026”, “24. november 2026”."""
    return f"{wall_clock.day_in_words(day, weekday=False)} {day.year}"
