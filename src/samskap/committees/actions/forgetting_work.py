"""Letting go of somebody in the work of committees: who deletes an account, or gave on paper."""

from django.utils import timezone

from samskap.committees.models import (
    Acceptance,
    Alarm,
    Dialogue,
    FastTrack,
    Group,
    GroupPlace,
    MinorityNote,
    Motion,
    Pilot,
    Vote,
    Workload,
)
from samskap.ledger.models import Giver
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    What was decided, and why, stays; a vote keeps its seat and has no name. Hours go: those that
    were used stand in the ledger, where nobody’s name is.
    """
    MinorityNote.objects.filter(member__giver__person=person).update(is_named=False)
    Workload.objects.filter(person=person).delete()
    Vote.objects.filter(by=person).update(by=None)
    Motion.objects.filter(opened_by=person).update(opened_by=None)
    Motion.objects.filter(closed_by=person).update(closed_by=None)
    FastTrack.objects.filter(refused_by=person).update(refused_by=None)
    Acceptance.objects.filter(by=person).update(by=None)
    Pilot.objects.filter(written_by=person).update(written_by=None)
    Alarm.objects.filter(done_by=person).update(done_by=None)
    Group.objects.filter(made_by=person).update(made_by=None)
    Dialogue.objects.filter(by=person).update(by=None)
    for giver in Giver.objects.filter(person=person):
        forget_giver(giver)


def forget_giver(giver: Giver) -> None:
    """Blank what is said of somebody in working groups, and let the place be free."""
    places = GroupPlace.objects.filter(giver=giver)
    places.filter(until=None).update(until=timezone.localdate())
    places.update(comes_from="")
