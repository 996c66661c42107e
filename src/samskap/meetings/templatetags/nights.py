"""What the page of an event shows of its night."""

from typing import Any

from django import template

from samskap.meetings.models import Event, Night
from samskap.meetings.queries.nights import staffing_of

register = template.Library()


@register.simple_tag
def night_of(event: Event) -> dict[str, Any] | None:
    """The night of an event with its staffing; nothing where nobody sleeps there."""
    night = Night.objects.filter(event=event).first()
    return night and {"night": night, "staffing": staffing_of(night)}
