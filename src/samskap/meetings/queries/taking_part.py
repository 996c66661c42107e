"""Who takes part in a meeting: those who come, the partners, and those whom a module expects."""

from samskap.initiatives.queries.partnership import joined_partners
from samskap.meetings.expecting import NAMELESS, expected_by_modules
from samskap.meetings.models import Event
from samskap.people.models import Person


def is_by_name(event: Event) -> bool:
    """Whether those who hold an event see the names of those who come (decision 104)."""
    return event.kind not in NAMELESS


def expected_at(event: Event) -> list[Person]:
    """Whom those who hold an event may expect there, by name.

    Those who said that they are coming, those of whom it is written down whether they came, those
    who act for partners and those whom a module expects (a committee its members). At an evening to
    which people come without a name nobody is expected.
    """
    found: dict[int, Person] = {}
    for noted in event.attendances.select_related("person"):
        found.setdefault(noted.person_id, noted.person)
    if is_by_name(event):
        for coming in event.comings.select_related("person"):
            found.setdefault(coming.person_id, coming.person)
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
