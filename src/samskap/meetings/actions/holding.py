"""Holding an event still while something about it changes."""

from samskap.meetings.models import Event


def held(event: Event) -> Event:
    """Hold an event until the transaction ends, and read it anew."""
    fresh: Event = (
        Event.objects.select_for_update(of=("self",))
        .select_related("initiative__account", "initiative__municipality", "giver__person")
        .get(pk=event.pk)
    )
    return fresh
