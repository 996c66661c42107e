"""Reading events."""

from django.db.models import OuterRef, QuerySet

from samskap.base.brought import along
from samskap.base.once import once
from samskap.initiatives.models import Initiative
from samskap.ledger.models import Adoption, Contribution
from samskap.meetings.models import Event
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

SOONEST = ("starts_at", "pk")
LATEST = ("-starts_at", "-pk")


def event_in(municipality: Municipality) -> "QuerySet[Event]":
    """Events of a municipality with all that their page shows."""
    events: QuerySet[Event] = Event.objects.of(municipality)
    return events.select_related(
        "initiative__account",
        "initiative__municipality",
        "giver__person",
        "speaking_for",
        "grown_from__standing",
        "municipality",
        "arrangement",
        "card_sheet",
    )


def listed(municipality: Municipality, *, is_past: bool = False) -> "QuerySet[Event]":
    """The events ahead, or those that were, with what a list shows of each."""
    here = Event.objects.of(municipality)
    rows: QuerySet[Event] = here.over() if is_past else here.ahead()
    return rows.select_related("initiative", "giver__person", "speaking_for")


@along(lambda: Event.objects.filter(initiative=OuterRef("pk")).order_by(*SOONEST))
@once
def events_of(initiative: Initiative) -> list[Event]:
    """Every event of an initiative, the first one first."""
    return list(Event.objects.filter(initiative=initiative).order_by(*SOONEST))


def stands_of(person: Person | None, event: Event) -> str:
    """Where somebody stands: coming, waiting for a place, or away."""
    if person is None:
        return "away"
    if event.comings.filter(person=person).exists():
        return "coming"
    return "waiting" if event.line.filter(person=person).exists() else "away"


def before_in_line(person: Person, event: Event) -> int:
    """How many wait for a place before somebody who does."""
    waiting = list(event.line.values_list("person", flat=True))
    return waiting.index(person.pk) if person.pk in waiting else 0


def adopted_in(initiative: Initiative) -> "QuerySet[Contribution]":
    """What decisions took in, the newest first: an event may grow out of any of it."""
    adopted = Adoption.objects.filter(account=initiative.account)
    found: QuerySet[Contribution] = Contribution.objects.filter(
        pk__in=adopted.values("contribution")
    )
    return found.exclude(standing__caption="").select_related("standing").order_by("-pk")


def brought_out_of(event: Event) -> "QuerySet[Contribution]":
    """What was given out of an event, with who gave it and what became of it."""
    found: QuerySet[Contribution] = Contribution.objects.filter(came_out_of__event=event)
    return found.select_related("standing", "giver__person", "speaking_for").order_by("pk")


def held_by(person: Person, municipality: Municipality) -> "QuerySet[Event]":
    """Events that somebody holds, and of which nobody has said how it was."""
    events: QuerySet[Event] = Event.objects.of(municipality).over()
    waiting = events.filter(giver__person=person, told_at=None, cancelled_at=None)
    return waiting.select_related("initiative").order_by(*SOONEST)
