"""Coming to an event, and staying away after all."""

from django.db import transaction

from samskap.meetings.actions.events import held
from samskap.meetings.errors.events import EventIsCalledOff, EventIsFull, EventIsOver
from samskap.meetings.models import Coming, Event
from samskap.people.models import Person
from samskap.people.permissions import require_level_for


@transaction.atomic
def come(*, event: Event, by: Person) -> Coming:
    """Say that one is coming; a second press changes nothing.

    Refuses with SignInNeeded, StrongerSignInNeeded, EventIsCalledOff, EventIsOver or EventIsFull.
    """
    event = held(event)  # two people, one place: the second waits here, and then counts right
    require_level_for("meetings.come", by, event.initiative.municipality)
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.is_over:
        raise EventIsOver
    mine: Coming | None = event.comings.filter(person=by).first()
    if mine:
        return mine
    if event.capacity is not None and event.comings.count() >= event.capacity:
        raise EventIsFull(event=event.title)
    made: Coming = Coming.objects.create(
        municipality_id=event.municipality_id, event=event, person=by
    )
    return made


@transaction.atomic
def stay_away(*, event: Event, by: Person) -> None:
    """Say that one is not coming after all."""
    held(event)
    event.comings.filter(person=by).delete()
