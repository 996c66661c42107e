"""Events as open data: what happens, and how many came; never who."""

from datetime import datetime

from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.meetings import carding
from samskap.meetings.models import CardSheet, Event
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
    method: str = Field(description="with which method it was run; empty where nobody has told")


@listing(router, "/", row=EventOut)
def list_events(request: MunicipalityRequest) -> Rows[Event]:
    """Events of the municipality, the latest first."""
    found = Event.objects.of(request.municipality).select_related("initiative", "running")
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
        method=running.method if (running := getattr(event, "running", None)) else "",
    )


class CardsOut(Schema):
    """What the paper cards of an event said; voluntary and anonymous, small counts left out."""

    event: int = Field(description="key of the event")
    cards: int | None = Field(description="how many cards; empty for fewer than five")
    first_time: int | None = Field(description="here for the first time, likewise")
    age_0_19: int | None = Field(description="under 20 years; empty where hidden or not asked")
    age_20_64: int | None = Field(description="20 to 64 years, likewise")
    age_65: int | None = Field(description="65 years or older, likewise")
    age_0_12: int | None = Field(description="0 to 12 years, where the cards have seven bands")
    age_13_17: int | None = Field(description="13 to 17 years, likewise")
    age_18_29: int | None = Field(description="18 to 29 years, likewise")
    age_30_44: int | None = Field(description="30 to 44 years, likewise")
    age_45_66: int | None = Field(description="45 to 66 years, likewise")
    age_67_79: int | None = Field(description="67 to 79 years, likewise")
    age_80: int | None = Field(description="80 years or older, likewise")
    female: int | None = Field(description="women; empty where hidden or not asked")
    male: int | None = Field(description="men, likewise")
    other_sex: int | None = Field(description="another sex, likewise")


@listing(router, "/cards", row=CardsOut)
def list_cards(request: MunicipalityRequest) -> Rows[CardSheet]:
    """Paper cards of events, those typed in last first."""
    found = CardSheet.objects.of(request.municipality).filter(event__cancelled_at=None)
    return Rows(found=found, order=("-pk",), out=cards_out)


def cards_out(sheet: CardSheet) -> CardsOut:
    """What may leave the house of the cards of one event."""
    public = carding.shown(sheet)
    ages = public["age"].count_of if "age" in public else {}
    sexes = public["sex"].count_of if "sex" in public else {}
    bands = {**carding.THREE_AGES, **carding.SEVEN_AGES}
    by_age = {f"age_{band.replace('-', '_').rstrip('_')}": ages.get(band) for band in bands}
    return CardsOut(
        event=sheet.event_id,
        cards=shown(sheet.cards),
        first_time=shown(sheet.first_time),
        **by_age,
        female=sexes.get("female"),
        male=sexes.get("male"),
        other_sex=sexes.get("other"),
    )


def shown(people: int | None) -> int | None:
    """A count that may be shown: so few that one could be known are left out."""
    return people if people is not None and people >= SMALLEST_SHOWN else None
