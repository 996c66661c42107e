"""A guardian’s leave: asked for by the child, given or refused by letter, taken back by either."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samskap.base.mail import send_mail_later
from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of
from samskap.people.errors import (
    AskedTooOften,
    ConsentIsGiven,
    GuardianIsAsked,
    LeaveIsClosed,
    NotYourOwnAddress,
    OldEnough,
    UnknownPurpose,
)
from samskap.people.models import Consent, Person
from samskap.people.models.leave import TO_ANSWER, Leave
from samskap.people.permissions import may_decide_alone
from samskap.people.purposes import EXPLAINED

HOLDS = timedelta(days=365)
MOST_A_WEEK = 3  # letters to guardians that one child can send


@transaction.atomic
def ask_guardian(*, by: Person, municipality: Municipality, purpose: str, email: str) -> Leave:
    """Send a guardian a letter with a link, where they read what it is for, and answer.

    Refuses with UnknownPurpose, OldEnough, NotYourOwnAddress, ConsentIsGiven, GuardianIsAsked or
    AskedTooOften (GDPR art. 8).
    """
    if purpose not in Consent.Purpose.values:
        raise UnknownPurpose
    if may_decide_alone(by, municipality):
        raise OldEnough
    if email.strip().lower() == by.email:
        raise NotYourOwnAddress
    now, today = timezone.now(), timezone.localdate()
    mine = Leave.objects.of(municipality).filter(child=by)
    held = Consent.objects.of(municipality).filter(person=by, purpose=purpose).held_on(today)
    if held.exists():
        raise ConsentIsGiven
    # A question that nobody answered in time is closed, so that it can be asked anew.
    unanswered = mine.filter(is_given=None, withdrawn_at=None, asked_at__lte=now - TO_ANSWER)
    unanswered.update(withdrawn_at=now, guardian_email="")
    if mine.filter(asked_at__gt=now - timedelta(days=7)).count() >= MOST_A_WEEK:
        raise AskedTooOften
    try:
        with transaction.atomic():
            leave = Leave.objects.create(
                municipality=municipality, child=by, purpose=purpose, guardian_email=email.strip()
            )
    except IntegrityError as twice:
        raise GuardianIsAsked from twice
    _send(leave)
    remember("people.guardian_asked", by=by.pseudonym_key, about=leave)
    return leave


@transaction.atomic
def answer_leave(*, leave: Leave, is_given: bool) -> Leave:
    """Give or refuse leave, as whoever has the link. With a yes the child’s consent holds a year.

    Refuses with LeaveIsClosed.
    """
    leave = _held(leave)
    if not leave.is_waiting:
        raise LeaveIsClosed
    now, today = timezone.now(), timezone.localdate()
    if is_given:
        same = Consent.objects.of(leave.municipality).filter(
            person=leave.child, purpose=leave.purpose, withdrawn_at=None
        )
        same.update(withdrawn_at=now)
        leave.consent = Consent.objects.create(
            municipality=leave.municipality,
            person=leave.child,
            purpose=leave.purpose,
            ends_on=today + HOLDS,
        )
    leave.is_given, leave.answered_at, leave.guardian_email = is_given, now, ""
    leave.save()
    remember("people.leave_answered", by=None, about=leave)
    return leave


@transaction.atomic
def withdraw_leave(*, leave: Leave) -> None:
    """Take leave back, as whoever has the link; the child’s consent ends with it.

    Refuses with LeaveIsClosed.
    """
    leave = _held(leave)
    if not leave.holds or leave.consent is None:
        raise LeaveIsClosed
    now = timezone.now()
    Consent.objects.filter(pk=leave.consent.pk, withdrawn_at=None).update(withdrawn_at=now)
    leave.withdrawn_at = now
    leave.save(update_fields=["withdrawn_at"])
    remember("people.leave_withdrawn", by=None, about=leave)


def _held(leave: Leave) -> Leave:
    """Let whoever presses second wait here, and see how things stand then."""
    rows = Leave.objects.select_for_update(of=("self",))
    found: Leave = rows.select_related("municipality", "child", "consent").get(pk=leave.pk)
    return found


def _send(leave: Leave) -> None:
    """Write the letter, in the language of the child’s home."""
    here = leave.municipality
    with translation.override(leave.child.language_in(here)):
        facts = {
            "child": leave.child.shown_name,
            "municipality": here.name,
            "purpose": leave.get_purpose_display(),
            "explained": EXPLAINED[Consent.Purpose(leave.purpose)],
            "link": address_of(here) + reverse("people:guardian", args=[leave.key]),
            "days": TO_ANSWER.days,
        }
        send_mail_later(
            to=leave.guardian_email,
            subject=_("%(child)s asks for your leave") % facts,
            text=render_to_string("people/mail/guardian.txt", facts).strip() + "\n",
        )
