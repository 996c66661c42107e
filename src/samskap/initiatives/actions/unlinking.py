"""Letting go of someone who deletes their account."""

from django.db.models import F, Q

from samskap.initiatives.models import (
    Frame,
    FrameReading,
    Initiative,
    Invitation,
    Sharing,
    StateChange,
)
from samskap.ledger.models import Account
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Cut the threads from initiatives to a person; what was done together stays, unnamed.

    Called by people’s own action, in its transaction.
    """
    touched = Initiative.objects.filter(
        Q(raised_by=person)
        | Q(facilitators=person)
        | Q(changes__by=person)
        | Q(frames__by=person)
        | Q(invitations__by=person)
        | Q(invitations__answered_by=person)
        | Q(sharings__by=person)
        | Q(sharings__answered_by=person)
        | Q(partners__person=person)
        | Q(partners__contact=person)
    )
    accounts = list(touched.values_list("account", flat=True).distinct())
    Initiative.facilitators.through.objects.filter(person=person).delete()
    Initiative.objects.filter(raised_by=person).update(raised_by=None)
    StateChange.objects.filter(by=person).update(by=None)
    Frame.objects.filter(by=person).update(by=None)
    FrameReading.objects.filter(by=person).update(by=None)
    Invitation.objects.filter(by=person).update(by=None)
    Invitation.objects.filter(answered_by=person).update(answered_by=None)
    Invitation.objects.filter(person=person).update(person=None)
    Sharing.objects.filter(by=person).update(by=None)
    Sharing.objects.filter(answered_by=person).update(answered_by=None)
    # Pages that were kept with the name are made anew.
    Account.objects.filter(pk__in=accounts).update(version=F("version") + 1)
