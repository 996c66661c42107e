"""Reading tables and their notes."""

from django.db.models import Prefetch, QuerySet

from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_be_changed_by
from samskap.meetings.models import Event, Note, Table
from samskap.meetings.models.tables import SETTLING
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import has_role

OLDEST = ("written_at", "pk")


def notes_with_fates() -> "QuerySet[Note]":
    """Notes with what became of them."""
    notes: QuerySet[Note] = Note.objects.select_related("contribution__standing")
    return notes.order_by(*OLDEST)


def tables_of(event: Event) -> "QuerySet[Table]":
    """The tables of an event by number, with their notes and what became of each; two questions."""
    tables: QuerySet[Table] = Table.objects.filter(event=event).order_by("number")
    return tables.prefetch_related(Prefetch("notes", notes_with_fates()))


def table_in(municipality: Municipality) -> "QuerySet[Table]":
    """Tables of a municipality with what writing at one needs."""
    tables: QuerySet[Table] = Table.objects.of(municipality)
    return tables.select_related(
        "event__initiative__account", "event__initiative__municipality", "event__giver", "host"
    )


def note_in(municipality: Municipality) -> "QuerySet[Note]":
    """Notes of a municipality with what settling one needs."""
    notes: QuerySet[Note] = Note.objects.of(municipality)
    return notes.select_related("initiative__municipality", "table__event", "kiosk")


def became_something(initiative: Initiative) -> "QuerySet[Note]":
    """Notes out of which something of an initiative was made, the newest first."""
    made: QuerySet[Note] = Note.objects.filter(initiative=initiative, is_first=True)
    return made.select_related("table", "contribution__standing").order_by("-pk")


def notes_waiting(person: Person, municipality: Municipality) -> "QuerySet[Note]":
    """Notes that nobody has settled, of initiatives whose notes somebody may settle."""
    waiting: QuerySet[Note] = Note.objects.of(municipality).filter(settled_at=None)
    if not has_role(person, municipality, *SETTLING):
        theirs = Initiative.objects.of(municipality).filter(may_be_changed_by(person, municipality))
        waiting = waiting.filter(initiative__in=theirs)
    return waiting.select_related("table__event", "kiosk", "initiative").order_by(*OLDEST)
