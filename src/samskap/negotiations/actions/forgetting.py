"""Letting go of somebody who deletes their account."""

from django.utils.translation import gettext

from samskap.initiatives.models import Partner
from samskap.ledger.models import Giver
from samskap.negotiations.models import Behind, Negotiation, Party, Review, Spokesperson
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Blank who spoke, asked and mediated; what parties said stays theirs, without a person.

    Who stands on a map for themselves without a seat is taken off it. A party that sits at the
    table by the name of the person gets another name.

    Called in the transaction that deletes the account.
    """
    seats = Spokesperson.objects.filter(person=person)
    # A seat with a person whom nobody has let sit down is one that they asked for themselves.
    Party.objects.filter(pk__in=seats.filter(joined_at=None).values("party")).delete()
    for party in Party.objects.filter(pk__in=seats.values("party"), organisation=None):
        if bears_name_of(party, person):
            rename(party)
    Behind.objects.filter(spokesperson__in=seats).delete()
    seats.filter(is_hidden=False).update(called="")
    seats.update(person=None, key="", key_until=None)
    Party.objects.filter(invited_by=person).update(invited_by=None)
    Negotiation.objects.filter(mediator=person).update(mediator=None)
    Review.objects.filter(written_by=person).update(written_by=None)


def bears_name_of(party: Party, person: Person) -> bool:
    """Whether the name of a party holds a name that the person goes by."""
    names = f"{person.given_name} {person.family_name} {person.pseudonym}".casefold().split()
    return bool({*names} & {*party.name.casefold().split()})


def rename(party: Party) -> None:
    """Call a party by a number, also where it gave or promised something."""
    party.name = f"{gettext('A resident')} {party.pk}"
    party.save(update_fields=["name"])
    if party.giver_id is not None:
        Giver.objects.filter(pk=party.giver_id).update(name=party.name)
        Partner.objects.filter(giver=party.giver_id).update(called=party.name)
