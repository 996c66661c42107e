"""Factories for tables of workshops, their notes, kiosks, and how events were run."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.meetings.actions.kiosks import hash_of
from samskap.meetings.actions.tables import put_up_tables
from samskap.meetings.models import Event, Kiosk, Note, Running, Table
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.meetings import event
from samskap.testing.factories.people import PersonFactory


def workshop(*, person: Person | None = None, tables: int = 2, **more: Any) -> Event:
    """A workshop that goes on just now, with some tables."""
    person = person or PersonFactory()
    made = event(person=person, **{"title": "What the square needs", "kind": "workshop"} | more)
    now = timezone.now()
    times = {"starts_at": now - timedelta(hours=1), "ends_at": now + timedelta(hours=2)}
    Event.objects.filter(pk=made.pk).update(**times)
    made.refresh_from_db()
    put_up_tables(event=made, by=person, tables=tables)
    return made


def note(*, table: Table, **more: Any) -> Note:
    """A note that waits at a table."""
    plain = {"kind": "idea", "title": "A bench by the water", "language": "en"}
    made: Note = Note.objects.create(
        municipality=table.municipality,
        initiative=table.event.initiative,
        table=table,
        **plain | more,
    )
    return made


def kiosk(
    *, initiative: Initiative | None = None, person: Person | None = None, **more: Any
) -> Kiosk:
    """A tablet at the city lab, open for a month; its code is FJORD-2026."""
    initiative = initiative or InitiativeFactory()
    plain = {"place": "ByLab", "code_hash": hash_of("FJORD-2026", initiative.municipality)}
    made: Kiosk = Kiosk.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        opened_by=person,
        ends_on=timezone.localdate() + timedelta(days=30),
        **plain | more,
    )
    return made


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of tables and kiosks names."""
    person = people["resident"]
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["facilitator"])
    made = workshop(initiative=initiative, person=person)
    Running.objects.create(municipality=municipality, event=made, told_by=person)
    table = made.tables.first()
    Table.objects.filter(pk=table.pk).update(host=person)
    waiting = note(table=table, written_by=person)
    because = {"set_aside_because": "It stands there already.", "settled_at": timezone.now()}
    note(table=table, title="The same bench", settled_by=person, **because)
    tablet = kiosk(initiative=initiative, person=person)
    return {
        "meetings:tables": [{"pk": made.pk}],
        "meetings:put_up_tables": [{"pk": made.pk}],
        "meetings:table": [{"key": table.key}],
        "meetings:keep_table": [{"pk": table.pk}],
        "meetings:settle_note": [{"pk": waiting.pk}],
        "meetings:running": [{"pk": made.pk}],
        "meetings:kiosk": [{"key": tablet.key}],
        "meetings:print_kiosk": [{"pk": tablet.pk}],
        "meetings:close_kiosk": [{"pk": tablet.pk}],
    }
