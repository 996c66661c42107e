"""Events as open data: what happens, and how many came; never who."""

from datetime import datetime

from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.meetings.models import Event
from samskap.meetings.queries.events import LATEST
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["meetings"])


class EventOut(Schema):
    """An event: what, when and where, and what it came to."""

    id: int = Field(description="unique")
    initiative: str = Field(description="slug of the initiative that it belongs to")
    title: str = Field(description="as written")
    language: str = Field(description="code of the language of the title")
    kind: str = Field(description="what sort of event it is")
    place: str = Field(description="where it is")
    starts_at: datetime = Field(description=WITH_TIME_ZONE)
    ends_at: datetime = Field(description=WITH_TIME_ZONE)
    side: str = Field(description="the side of whoever holds it: public or non_public")
    capacity: int | None = Field(description="places; empty where as many as like can come")
    is_called_off: bool = Field(description="whether it does not take place")
    came: int | None = Field(description="how many came; empty for fewer than five, or not told")
    came_new: int | None = Field(description="how many of them for the first time, likewise")
    changed: str = Field(description="what it changed, in the words of those who held it")


@listing(router, "/", row=EventOut)
def list_events(request: MunicipalityRequest) -> Rows[Event]:
    """Events of the municipality, the latest first."""
    found = Event.objects.of(request.municipality).select_related("initiative")
    return Rows(found=found, order=LATEST, out=event_out)


def event_out(event: Event) -> EventOut:
    """What may leave the house of one event."""
    return EventOut(
        id=event.pk,
        initiative=event.initiative.slug,
        title=event.title,
        language=event.language,
        kind=event.kind,
        place=event.place,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        side=event.side,
        capacity=event.capacity,
        is_called_off=event.is_cancelled,
        came=shown(event.came),
        came_new=shown(event.came_new),
        changed=event.changed,
    )


def shown(people: int | None) -> int | None:
    """A count that may be shown: so few that one could be known are left out."""
    return people if people is not None and people >= SMALLEST_SHOWN else None
