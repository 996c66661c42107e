"""Consents: given for one purpose until one day, and taken back at any time."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.people.errors import (
    ConsentHasEnded,
    ConsentIsGiven,
    TooYoungForThis,
    UnknownPurpose,
)
from samskap.people.models import Consent, Person
from samskap.people.permissions import consent_age, may_decide_alone


@transaction.atomic
def give_consent(*, by: Person, municipality: Municipality, purpose: str, ends_on: date) -> Consent:
    """Say yes to one purpose, up to and including one day.

    Refuses with UnknownPurpose, TooYoungForThis (GDPR art. 8) or ConsentIsGiven.
    """
    if purpose not in Consent.Purpose.values:
        raise UnknownPurpose
    today = timezone.localdate()
    if not may_decide_alone(by, municipality):
        raise TooYoungForThis(age=consent_age(municipality, today))
    mine = Consent.objects.of(municipality).filter(person=by, purpose=purpose)
    if mine.held_on(today).exists():
        raise ConsentIsGiven
    # One that ended by itself is closed, so that the new one is the only open one.
    mine.filter(withdrawn_at=None, ends_on__lt=today).update(withdrawn_at=timezone.now())
    try:
        with transaction.atomic():
            consent = Consent.objects.create(
                municipality=municipality, person=by, purpose=purpose, ends_on=ends_on
            )
    except IntegrityError as twice:
        raise ConsentIsGiven from twice
    remember("people.consent_given", by=by.pseudonym_key, about=consent)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, by: Person) -> None:
    """Take a consent back; it is as easy as giving it (GDPR art. 7(3)).

    Refuses with ConsentHasEnded.
    """
    mine = Consent.objects.filter(pk=consent.pk, person=by, withdrawn_at=None)
    if not mine.update(withdrawn_at=timezone.now()):
        raise ConsentHasEnded
    remember("people.consent_withdrawn", by=by.pseudonym_key, about=consent)
