"""Components that tell how things stand: phases, facts, figures in words, what happened, clocks."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone

from samskap.design.clocks import Clock, as_day, clock_of, in_words
from samskap.design.components.drawing import Facts, Item

register = template.Library()


@register.filter
def said_day(moment: date | datetime | None) -> str:
    """Write a day as people say it: “12 June”, with the year when it is another year."""
    return in_words(as_day(moment), timezone.localdate()) if moment else ""


@register.inclusion_tag("design/stepper.html")
def stepper(phases: Iterable[Item]) -> Facts:
    """Show the phases, and which one is now."""
    return {"phases": phases}


@register.inclusion_tag("design/facts.html")
def facts(items: Iterable[Any]) -> Facts:
    """Show pairs of a word and what it says."""
    named = [
        item if isinstance(item, Mapping) else {"label": item[0], "value": item[1]}
        for item in items or ()
    ]
    return {"items": named}


@register.inclusion_tag("design/numbers.html")
def numbers(items: Iterable[Item]) -> Facts:
    """Show a few large figures, each with what it rests on."""
    return {"items": items}


@register.inclusion_tag("design/timeline.html")
def timeline(events: Iterable[Item]) -> Facts:
    """Tell what happened, in order."""
    return {"events": events}


def _clock(
    due_on: date | datetime | None,
    who: str,
    today: date | datetime | None,
    done_on: date | datetime | None,
) -> Clock | None:
    # A template gives "" for what is missing.
    if not due_on:
        return None
    now = as_day(today) if today else None
    return clock_of(due_on=due_on, who=str(who), today=now, done_on=done_on or None)


@register.inclusion_tag("design/clock.html")
def clock(
    who: str = "",
    due_on: date | datetime | None = None,
    today: date | datetime | None = None,
    done_on: date | datetime | None = None,
    late_note: str = "",
    what: str = "",
    url: str = "",
) -> Facts:
    """Say a deadline in words, with the days that are left."""
    return {
        "clock": _clock(due_on, who, today, done_on),
        "due_on": due_on,
        "late_note": late_note,
        "what": what,
        "url": url,
    }


@register.inclusion_tag("design/clock_line.html")
def clock_line(
    who: str = "",
    due_on: date | datetime | None = None,
    today: date | datetime | None = None,
    done_on: date | datetime | None = None,
    what: str = "",
    url: str = "",
    late_note: str = "",
) -> Facts:
    """Say a deadline in one line, to stand in a list."""
    return {
        "clock": _clock(due_on, who, today, done_on),
        "late_note": late_note,
        "what": what,
        "url": url,
    }
