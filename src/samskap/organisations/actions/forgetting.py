"""Forgetting somebody who deletes their account."""

from samskap.organisations.models import JoinRequest, Membership, Organisation
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Blank where a person belonged. What they said for an organisation stays the organisation’s.

    Called in the transaction that deletes the account (GDPR art. 17).
    """
    JoinRequest.objects.filter(person=person).delete()
    Membership.objects.filter(person=person).delete()
    Membership.objects.filter(given_by=person).update(given_by=None)
    Organisation.objects.filter(registered_by=person).update(registered_by=None)
