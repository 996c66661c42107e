"""Reading agendas."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from samskap.base.memory import key_of
from samskap.base.models import Happening
from samskap.meetings.models import AgendaItem, Event
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

Status = AgendaItem.Status


@dataclass(frozen=True)
class Agenda:
    """What stands on an agenda, with when each begins; what is proposed; what is left out.

    left_over  minutes of the meeting that nothing is planned for; below zero when it is too full
    """

    points: list[tuple[datetime, AgendaItem]]
    proposed: list[AgendaItem]
    left_out: list[AgendaItem]
    left_over: int
    notice_sent_at: datetime | None


def agenda_of(event: Event) -> Agenda:
    """The agenda of an event, in two questions."""
    items = list(event.agenda.select_related("proposed_by", "speaking_for"))
    points, begins = [], event.starts_at
    for item in items:
        if item.status == Status.TAKEN_IN:
            points.append((begins, item))
            begins += timedelta(minutes=item.minutes)
    sent = Happening.objects.filter(about=key_of(event), what="meetings.notice_sent")
    return Agenda(
        points=points,
        proposed=[item for item in items if item.status == Status.PROPOSED],
        left_out=[item for item in items if item.status == Status.NOT_TAKEN],
        left_over=int((event.ends_at - begins).total_seconds() // 60),
        notice_sent_at=sent.order_by("-at").values_list("at", flat=True).first(),
    )


def proposed_to(person: Person, municipality: Municipality) -> "QuerySet[AgendaItem]":
    """What is proposed for meetings ahead that somebody holds; the soonest meeting first."""
    items: QuerySet[AgendaItem] = AgendaItem.objects.of(municipality)
    here = items.filter(
        status=Status.PROPOSED,
        event__giver__person=person,
        event__ends_at__gt=timezone.now(),
        event__cancelled_at=None,
    )
    return here.select_related("event").order_by("event__starts_at", "pk")
