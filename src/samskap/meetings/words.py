"""When and where an event is, in the reader’s language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskap.base.wall_clock import when
from samskap.meetings.models import Event


def said(event: Event) -> Promise:
    """Say when an event is."""
    return when(event.starts_at, event.ends_at)


def where_of(event: Event) -> str | Promise:
    """Say where an event is; what has no place is online."""
    return event.place or _("Online")
