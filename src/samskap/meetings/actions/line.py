"""The line: wait for a place at an event that is full, and move up by itself."""

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.meetings.actions.holding import held
from samskap.meetings.errors.coming import AlreadyComing, ThereIsRoom
from samskap.meetings.errors.events import EventIsCalledOff, EventIsOver
from samskap.meetings.models import Coming, Event, InLine
from samskap.meetings.queries.nights import places_on_paper
from samskap.meetings.words import said
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.people.permissions import require_level_for


def places_taken(event: Event) -> int:
    """Count who comes: with an account, or written down on paper for the night."""
    return event.comings.count() + places_on_paper(event)


def has_room(event: Event) -> bool:
    """Whether one more can come."""
    return event.capacity is None or places_taken(event) < event.capacity


@transaction.atomic
def wait_for_place(*, event: Event, by: Person) -> InLine:
    """Wait for a place at an event that is full; a second press changes nothing.

    Refuses with SignInNeeded, StrongerSignInNeeded, EventIsCalledOff, EventIsOver, AlreadyComing
    or ThereIsRoom.
    """
    event = held(event)  # a place that becomes free now waits until we stand in line
    require_level_for("meetings.come", by, event.initiative.municipality)
    if event.is_cancelled:
        raise EventIsCalledOff
    if event.is_over:
        raise EventIsOver
    if event.comings.filter(person=by).exists():
        raise AlreadyComing
    if has_room(event):
        raise ThereIsRoom
    waits, _is_new = InLine.objects.get_or_create(
        event=event, person=by, defaults={"municipality_id": event.municipality_id}
    )
    return waits


def move_up(event: Event) -> None:
    """Give free places to those in line, the first before the others; each of them hears it.

    Whoever calls it holds the event, so that nobody moves up twice and no place is given twice.
    """
    if event.is_cancelled or event.is_over:
        return
    waiting = event.line.filter(person__is_active=True).select_related("person")
    if event.capacity is not None:
        waiting = waiting[: max(event.capacity - places_taken(event), 0)]
    for each in waiting:
        Coming.objects.create(
            municipality_id=event.municipality_id, event=event, person=each.person
        )
        each.delete()
        remember("meetings.line_moved_up", by=None, about=event, within=event.initiative)
        tell(
            person=each.person,
            municipality=event.initiative.municipality,
            kind="meetings.moved_up",
            label=format_lazy(
                _("There is a place for you: “{event}”, {when}."),
                event=event.title,
                when=said(event),
            ),
            text=_("A place became free while you waited. If you cannot come, say so there."),
            path=event.get_absolute_url(),
        )
