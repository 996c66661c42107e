"""What waits on the desk of those who go through notes."""

from django.utils.translation import gettext

from samskap.base.addresses import address
from samskap.base.modules import Task, Waiting
from samskap.meetings.queries.tables import notes_waiting
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

MOST = 10


def notes_to_settle(request: MunicipalityRequest) -> Waiting | None:
    """Notes from tables and kiosks that nobody has gone through, the oldest first."""
    if not isinstance(request.user, Person):
        return None
    notes = notes_waiting(request.user, request.municipality)
    tasks = [
        Task(
            title=note.title,
            url=address("meetings:settle_note", note.pk),
            note=note.table.event.title if note.table else str(note.kiosk),
        )
        for note in notes[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=gettext("Notes to go through"), tasks=tasks, in_all=notes.count())
