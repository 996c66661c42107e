"""What people say about something, on the page of it: `{% load talk %}{% thread talk %}`."""

from typing import Any

from django import template

from samskap.conversations.hosts import Subject
from samskap.conversations.showing import shown

register = template.Library()


@register.inclusion_tag("conversations/talk.html", takes_context=True)
def thread(context: dict[str, Any], subject: Subject) -> dict[str, Any]:
    """Show what is said about something, and the form to say more."""
    return shown(context["request"], subject)
