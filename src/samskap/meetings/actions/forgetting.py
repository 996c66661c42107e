"""Forgetting somebody who deletes their account."""

from samskap.ledger.models import Giver
from samskap.meetings.actions.holding import held
from samskap.meetings.actions.line import move_up
from samskap.meetings.models import (
    AgendaItem,
    Arrangement,
    Attendance,
    CardSheet,
    Coming,
    Event,
    GuestAttendance,
    InLine,
    Minutes,
    Reply,
    Speaker,
    Support,
)
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody: they come nowhere any more, and wait, speak and answer nowhere.

    What they held stays, as what they gave does, without a name (decision 12); so does what stands
    on an agenda or in minutes, which are the meeting’s own.
    """
    with_a_place = list(Coming.objects.filter(person=person).values_list("event", flat=True))
    for model in (Coming, InLine, Support, Attendance, Speaker, Reply):
        model.objects.filter(person=person).delete()
    for event in Event.objects.ahead().filter(pk__in=with_a_place, line__isnull=False).distinct():
        move_up(held(event))
    Arrangement.objects.filter(secretary=person).update(secretary=None)
    CardSheet.objects.filter(typed_by=person).update(typed_by=None)
    mine = AgendaItem.objects.filter(proposed_by=person)
    mine.exclude(status=AgendaItem.Status.TAKEN_IN).delete()
    mine.update(proposed_by=None)
    Minutes.objects.filter(written_by=person).update(written_by=None)
    Minutes.objects.filter(approved_by=person).update(approved_by=None)


def forget_giver(giver: Giver) -> None:
    """Let go of where somebody without an account came."""
    GuestAttendance.objects.filter(giver=giver).delete()
