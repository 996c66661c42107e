"""Letting go of somebody who deletes their account."""

from samskap.negotiations.models import Behind, Negotiation, Party, Review, Spokesperson
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Blank who spoke, asked and mediated; what parties said stays theirs, without a person.

    Called in the transaction that deletes the account.
    """
    seats = Spokesperson.objects.filter(person=person)
    Behind.objects.filter(spokesperson__in=seats).delete()
    seats.filter(is_hidden=False).update(called="")
    seats.update(person=None, key="", key_until=None)
    Party.objects.filter(invited_by=person).update(invited_by=None)
    Negotiation.objects.filter(mediator=person).update(mediator=None)
    Review.objects.filter(written_by=person).update(written_by=None)
