"""Factories for nights: who stays, and who watches over them."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from samskap.meetings.models import Event, Night, NightHost, Stay
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meetings import event
from samskap.testing.factories.people import PersonFactory


def night(*, of: Event | None = None, **more: Any) -> Night:
    """A night at the town hall, from tomorrow to the day after."""
    made = of or event(title="A weekend at the town hall", kind="workshop")
    starts_at = timezone.now().replace(hour=16, minute=0) + timedelta(days=1)
    times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=24)}
    Event.objects.filter(pk=made.pk).update(**times)
    made.refresh_from_db()
    plain = {"says": "My child may sleep at the town hall. Adults are awake all night."}
    found: Night = Night.objects.create(municipality=made.municipality, event=made, **plain | more)
    return found


def going_on(made: Night) -> Night:
    """Let a night be just now."""
    now = timezone.now()
    times = {"starts_at": now - timedelta(hours=5), "ends_at": now + timedelta(hours=19)}
    Event.objects.filter(pk=made.event_id).update(**times)
    made.event.refresh_from_db()
    return made


def stay(*, of: Night, **more: Any) -> Stay:
    """A young person of fifteen who stays the night, with a yes."""
    plain = {
        "age": 15,
        "is_given": True,
        "came_by": Stay.Came.PAPER,
        "answered_at": timezone.now(),
        "contact_name": "Kari",
        "contact_phone": "12 34 56 78",
    }
    if "name" not in more:
        more.setdefault("person", PersonFactory())
    made: Stay = Stay.objects.create(municipality=of.municipality, night=of, **plain | more)
    return made


def night_host(*, of: Night, person: Person | None = None, **more: Any) -> NightHost:
    """An adult on watch whose certificate was seen."""
    plain = {"rule": NightHost.Rule.NORWAY, "purpose": "The night", "seen_at": timezone.now()}
    made: NightHost = NightHost.objects.create(
        municipality=of.municipality, night=of, person=person or PersonFactory(), **plain | more
    )
    return made


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of nights names."""
    person = people["resident"]
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["facilitator"])
    made = night(of=event(initiative=initiative, person=person), confirmed_by=person)
    theirs = stay(of=made, person=person, guardian=person, seen_by=person)
    asked = stay(of=made, person=None, name="Ola", is_given=None, came_by="", answered_at=None)
    host = night_host(of=made, person=person, seen_by=person)
    by_event = [{"pk": made.event_id}]
    return {
        **{
            f"meetings:{name}": by_event
            for name in (
                *("night", "keep_night", "stay_night", "leave_night", "watch_night"),
                *("stop_watching", "confirm_night", "paper_stay", "night_contacts"),
            )
        },
        "meetings:guardian": [{"key": asked.key}],
        "meetings:paper_leave": [{"pk": theirs.pk}],
        "meetings:see_certificate": [{"pk": host.pk}],
    }
