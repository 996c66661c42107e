"""Who may be asked to write a text, and who gave what it rests on."""

from samskap.drafting.models import Document
from samskap.initiatives.queries.partnership import carriers_of
from samskap.people.models import Person

MOST = 50
WHO_GAVE = ("contribution__standing", "contribution__giver__person", "contribution__speaking_for")
"""What is brought along to say who gave a contribution, for whom, and what became of it."""


def could_write(document: Document) -> list[Person]:
    """Those who carry the initiative, and those who proposed changes; without its writers."""
    writes = set(document.writers.values_list("pk", flat=True))
    proposed = Person.objects.filter(
        givers__contributions__text_change__document=document, is_active=True
    ).distinct()
    found = {person.pk: person for person in (*carriers_of(document.initiative), *proposed[:MOST])}
    return [person for key, person in found.items() if key not in writes]
