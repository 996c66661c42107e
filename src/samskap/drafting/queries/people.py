"""Who may be asked to write a text."""

from samskap.drafting.models import Document
from samskap.initiatives.queries.partnership import carriers_of
from samskap.people.models import Person

MOST = 50


def could_write(document: Document) -> list[Person]:
    """Those who carry the initiative, and those who proposed changes; without its writers."""
    writes = set(document.writers.values_list("pk", flat=True))
    proposed = Person.objects.filter(
        givers__contributions__text_change__document=document, is_active=True
    ).distinct()
    found = {person.pk: person for person in (*carriers_of(document.initiative), *proposed[:MOST])}
    return [person for key, person in found.items() if key not in writes]
