"""Events as calendars read them."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.base.calendars import Entry
from samskap.meetings.models import Event, around
from samskap.meetings.words import where_of
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.people.models import Person

BACK = timedelta(days=90)  # how long a calendar remembers
MOST = 500  # events that are told


def entry_of(event: Event, address: str, *, link: str = "", is_busy: bool = True) -> Entry:
    """Say one event as an entry; the link to take part for those who may have it."""
    title = event.title
    if event.is_cancelled:
        title = _("Called off: %(what)s") % {"what": title}
    words = [event.cancelled_because or event.text, link]
    return Entry(
        uid=f"event-{event.public_id}@samskap",
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        title=title,
        place=str(where_of(event)),
        text="\n\n".join(word for word in words if word),
        url=address + event.get_absolute_url(),
        changed_at=event.changed_at,
        version=event.version,
        is_cancelled=event.is_cancelled,
        is_busy=is_busy,
    )


def own_entries(person: Person, municipality: Municipality) -> list[Entry]:
    """The events that one person comes to, with the link where it takes place online."""
    events = (
        Event.objects.of(municipality)
        .filter(comings__person=person, ends_at__gt=timezone.now() - BACK)
        .select_related("arrangement")
        .order_by("starts_at", "pk")[:MOST]
    )
    address = address_of(municipality)
    return [entry_of(event, address, link=around(event).online_url) for event in events]
