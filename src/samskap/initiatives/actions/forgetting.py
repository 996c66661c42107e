"""Letting go of a partner who deletes their account."""

from django.db.models import F
from django.utils import timezone

from samskap.initiatives.models import (
    Agreement,
    Commitment,
    Decision,
    FormalDecision,
    Partner,
    Recommendation,
    Signature,
    Voice,
)
from samskap.ledger.models import Account, Giver
from samskap.people.models import Person


def forget_partner(person: Person) -> None:
    """Blank the words of one person, and end what they were a partner in for themselves.

    That a partner joined, voiced and left stays on record, unnamed. An organisation goes on
    without its contact. Called by people’s own action, in its transaction.
    """
    own = Partner.objects.filter(person=person)
    behind = Partner.objects.filter(contact=person)
    accounts = {
        *own.values_list("initiative__account", flat=True),
        *behind.values_list("initiative__account", flat=True),
    }
    Voice.objects.filter(by=person).update(reason="", by=None)
    own.exclude(status__in=Partner.CLOSED).update(
        status=Partner.Status.LEFT, left_at=timezone.now()
    )
    Commitment.objects.filter(
        partner__in=own, status__in=[Commitment.Status.OFFERED, Commitment.Status.ACCEPTED]
    ).update(status=Commitment.Status.RELEASED, released_at=timezone.now())
    behind.update(left_because="", contact=None)
    own.update(role="", duties="", resources="", left_because="", handed_back="", person=None)
    Signature.objects.filter(by=person).update(by=None)
    Agreement.objects.filter(written_by=person).update(written_by=None)
    Decision.objects.filter(opened_by=person).update(opened_by=None)
    FormalDecision.objects.filter(laid_by=person).update(laid_by=None)
    Recommendation.objects.filter(answered_by=person).update(answered_by=None)
    Commitment.objects.filter(offered_by=person).update(offered_by=None)
    Account.objects.filter(pk__in=accounts).update(version=F("version") + 1)


def forget_giver(giver: Giver) -> None:
    """Blank the name of a partner on paper; that somebody was a partner stays on record."""
    Partner.objects.filter(giver=giver).update(called="", left_because="", handed_back="")
