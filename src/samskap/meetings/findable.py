"""What can be found of meetings: the events that people hold."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samskap.base.finding import Findable, Found
from samskap.initiatives.queries.initiatives import SIDE_OF
from samskap.meetings.models import Event

EVENT = Findable(
    kind="event",
    title=_("Event"),
    many=_("Events"),
    model="meetings.Event",
    read="samskap.meetings.findable.events",
)


def events(keys: Iterable[int]) -> list[Found]:
    """Events that are on or were held, with their place and what they changed."""
    found = Event.objects.filter(pk__in=keys, cancelled_at=None).select_related("initiative")
    return [
        Found(
            key=each.pk,
            municipality=each.municipality_id,
            url=each.get_absolute_url(),
            title=each.title,
            text=f"{each.text}\n\n{each.place}\n\n{each.changed}",
            language=each.language,
            at=each.announced_at,
            initiative=each.initiative_id,
            of=each.initiative.title,
            side=SIDE_OF.get(each.actor_kind, ""),
        )
        for each in found
    ]
