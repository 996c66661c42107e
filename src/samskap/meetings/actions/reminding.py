"""What the clock does for events: remind those who are coming, once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.meetings.actions.holding import held
from samskap.meetings.models import Arrangement, Event
from samskap.meetings.words import said, where_of
from samskap.notices.actions import tell

BEFORE = timedelta(hours=26)  # what is in the evening is told of on the evening before
BATCH = 200  # events; a quarter of an hour later it goes on


def remind_ahead() -> int:
    """Remind everybody of the event that begins within a day; say of how many events."""
    now = timezone.now()
    soon = Event.objects.filter(
        starts_at__gt=now, starts_at__lte=now + BEFORE, cancelled_at=None
    ).exclude(arrangement__reminded_at__isnull=False)
    return sum(remind(event) for event in soon.order_by("starts_at", "pk")[:BATCH])


@transaction.atomic
def remind(event: Event) -> bool:
    """Remind of one event, once, however often it is asked for."""
    event = held(event)
    around, _is_new = Arrangement.objects.get_or_create(
        event=event, defaults={"municipality_id": event.municipality_id}
    )
    if around.reminded_at or event.is_cancelled:
        return False
    around.reminded_at = timezone.now()
    around.save(update_fields=["reminded_at"])
    for coming in event.comings.select_related("person"):
        tell(
            person=coming.person,
            municipality=event.initiative.municipality,
            kind="meetings.reminder",
            label=format_lazy(
                _("You are coming: “{event}”, {when}."), event=event.title, when=said(event)
            ),
            text=format_lazy(
                _("{place}. If you cannot come, say so there, so that others can."),
                place=where_of(event),
            ),
            path=event.get_absolute_url(),
        )
    return True
