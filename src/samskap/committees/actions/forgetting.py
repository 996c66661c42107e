"""Letting go of somebody who deletes their account, or who gave on paper."""

from django.utils import timezone

from samskap.committees.models import (
    Call,
    Charter,
    CharterReading,
    Choice,
    Committee,
    Declaration,
    Member,
    Registration,
    Step,
)
from samskap.ledger.models import Giver
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    That somebody sat in a seat, from when until when, stays on record without a name. What they
    told of themselves, and what was written about them, goes.
    """
    for giver in Giver.objects.filter(person=person):
        forget_giver(giver)
    Member.objects.filter(person=person).update(person=None)
    Member.objects.filter(chosen_by=person).update(chosen_by=None)
    CharterReading.objects.filter(by=person).update(by=None)
    Declaration.objects.filter(by=person).update(by=None)
    Registration.objects.filter(entered_by=person).update(entered_by=None)
    Registration.objects.filter(assessed_by=person).update(assessed_by=None)
    Choice.objects.filter(by=person).update(by=None)
    Call.objects.filter(opened_by=person).update(opened_by=None)
    Step.objects.filter(by=person).update(by=None)
    Charter.objects.filter(by=person).update(by=None)
    Charter.objects.filter(adopted_by=person).update(adopted_by=None)
    for name in ("facilitator", "secretary", "proposed_by"):
        Committee.objects.filter(**{name: person}).update(**{name: None})


def forget_giver(giver: Giver) -> None:
    """Blank what somebody told of themselves, and what was written about them."""
    now = timezone.now()
    mine = Member.objects.filter(giver=giver)
    mine.filter(until=None).update(until=timezone.localdate(now), is_chair=False)
    mine.update(
        chosen_because="", perspectives=[], sex="", birth_year=None, area=None, left_because=""
    )
    Declaration.objects.filter(giver=giver).update(interests="")
    registered = Registration.objects.filter(giver=giver)
    Choice.objects.filter(registration__in=registered).update(reason="")
    registered.filter(withdrawn_at=None).update(withdrawn_at=now)
    registered.update(
        words="", answers=[], perspectives=[], sex="", birth_year=None, area=None, assessment=""
    )
