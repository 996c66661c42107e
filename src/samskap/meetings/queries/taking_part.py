"""Who takes part in a meeting: those who come, the partners, and those whom a module expects."""

from samskap.initiatives.queries.partnership import joined_partners
from samskap.meetings.expecting import expected_by_modules
from samskap.meetings.models import Event
from samskap.people.models import Person

MEETINGS = frozenset({Event.Kind.MEETING, Event.Kind.WORKSHOP, Event.Kind.REVIEW})


def expected_at(event: Event) -> list[Person]:
    """Whom those who hold an event may expect there, by name.

    Those who said that they are coming, those of whom it is written down whether they came, and at
    meetings also those who act for partners and those whom a module expects (a committee its
    members).
    """
    found = {coming.person_id: coming.person for coming in event.comings.select_related("person")}
    for noted in event.attendances.select_related("person"):
        found.setdefault(noted.person_id, noted.person)
    if event.kind in MEETINGS:
        for partner in joined_partners(event.initiative):
            if one := partner.person or partner.contact:
                found.setdefault(one.pk, one)
        for person in expected_by_modules(event):
            found.setdefault(person.pk, person)
    alive = [person for person in found.values() if person.is_active]
    return sorted(alive, key=lambda person: (person.shown_name.casefold(), person.pk))


def those_who_came(event: Event) -> list[Person]:
    """Those of whom it is written down that they came; their accounts still stand."""
    rows = event.attendances.filter(came=True, person__is_active=True).select_related("person")
    return [each.person for each in rows]
