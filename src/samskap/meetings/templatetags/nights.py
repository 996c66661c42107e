"""What the page of an event shows of its night."""

from typing import Any

from django import template

from samskap.meetings.cards_voices import owners_numbers, voices_numbers
from samskap.meetings.models import Event, Night
from samskap.meetings.queries.nights import owners_of, staffing_of
from samskap.meetings.queries.voices import voices_at

register = template.Library()


@register.simple_tag
def night_of(event: Event) -> dict[str, Any] | None:
    """The night of an event with its staffing; nothing where nobody sleeps there."""
    night = Night.objects.filter(event=event).first()
    return night and {"night": night, "staffing": staffing_of(night)}


@register.simple_tag
def came_of(event: Event) -> dict[str, Any]:
    """What can be said of an event once it has begun: new voices, and who owns what came of it."""
    has_night = Night.objects.filter(event=event).exists()
    return {
        "voices": voices_numbers(voices_at(event)),
        "owners": owners_numbers(owners_of(event)) if has_night else [],
    }
