"""What meetings show on the page of an initiative, and on the desk."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.base.wall_clock import when
from samskap.initiatives.models import Decision, Initiative
from samskap.initiatives.queries.kept import for_everyone, kept
from samskap.meetings import cards
from samskap.meetings.models import Event, Point
from samskap.meetings.queries.agenda import proposed_to
from samskap.meetings.queries.events import events_of, held_by
from samskap.meetings.queries.minutes import waiting_for
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

MOST = 10


@for_everyone
def events_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """What happens next, what happened and what it changed; it costs no question of its own."""
    events = events_of(initiative)
    if not events and not initiative.is_open:
        return None
    facts: dict[str, Any] = {
        **kept(initiative, "meetings.panel", lambda: shown(events)),
        "all_url": f"{address('meetings:list')}?initiative={initiative.slug}" if events else "",
        "announce_url": address("meetings:announce", initiative.slug) if initiative.is_open else "",
    }
    return Panel(template="meetings/panel.html", facts=facts, order=20 if events else 92,
                 aside=not events)  # fmt: skip


def shown(events: list[Event]) -> dict[str, Any]:
    """The events of a panel, as lines."""
    ahead, over = cards.split(events)
    return {
        "ahead": [line(event) for event in ahead],
        "over": [line(event) for event in over],
        "summed_up": cards.summed_up(events),
    }


def line(event: Event) -> dict[str, Any]:
    """One event as a line: nobody is asked who holds it."""
    return {
        "title": event.title,
        "lang": event.language,
        "url": event.get_absolute_url(),
        "kind": event.get_kind_display(),
        "when": str(when(event.starts_at, event.ends_at)),
        "is_cancelled": event.is_cancelled,
        "came": cards.came_in_words(event),
        "changed": event.changed,
    }


def events_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Events that one held, and of which nobody has said how it was."""
    if not isinstance(request.user, Person):
        return None
    events = held_by(request.user, request.municipality)
    tasks = [
        Task(
            title=event.title,
            url=address("meetings:how_it_was", event.pk),
            note=str(when(event.starts_at, event.ends_at)),
        )
        for event in events[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=gettext("How was it?"), tasks=tasks, in_all=events.count())


def made_at_panel(request: HttpRequest, decision: Decision) -> Panel | None:
    """At which event a decision was made."""
    point = Point.objects.filter(decision=decision).select_related("event").first()
    if point is None:
        return None
    when_it_was = str(when(point.event.starts_at, point.event.ends_at))
    return Panel(
        template="meetings/made_at.html", facts={"event": point.event, "when": when_it_was}
    )


def items_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Proposals for the agenda of a meeting that one holds, and which wait for an answer."""
    if not isinstance(request.user, Person):
        return None
    items = proposed_to(request.user, request.municipality)
    tasks = [
        Task(
            title=item.title,
            url=address("meetings:settle_item", item.pk),
            note=item.event.title,
            due_on=timezone.localdate(item.event.starts_at),
        )
        for item in items[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=gettext("For the agenda"), tasks=tasks, in_all=items.count())


def minutes_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Minutes that wait for one’s yes."""
    if not isinstance(request.user, Person):
        return None
    waiting = waiting_for(request.user, request.municipality)
    tasks = [
        Task(
            title=minutes.event.title,
            url=address("meetings:minutes", minutes.event_id),
            due_on=minutes.answer_by,
        )
        for minutes in waiting[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=gettext("Minutes to approve"), tasks=tasks, in_all=waiting.count())
