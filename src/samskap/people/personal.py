"""What people hold about one person."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, IN_OFFICE, OF_ANOTHER, OF_THE_OFFICE, Held, Keeping
from samskap.people.models import Consent, Draft, Leave, Session

held = (
    Held(
        model="people.Person",
        title=_("Your account"),
        by=("pk",),
        shows=(
            *("email", "given_name", "family_name", "pseudonym", "shown_as", "language"),
            *("born_on", "home", "shows_home", "has_protected_address", "household", "level"),
            *("joined_at", "last_login", "public_id"),
        ),
        leaves_out={"password": A_KEY, "pseudonym_key": A_KEY},
    ),
    Held(
        model="people.Profile",
        title=_("Your profile"),
        by=("person",),
        shows=(
            *("needs", "needs_seen_by", "goals", "goals_seen_by"),
            *("wishes", "wishes_seen_by", "resources", "resources_seen_by"),
        ),
    ),
    Held(
        model="people.Consent",
        title=_("Your consents"),
        by=("person",),
        shows=("municipality", "purpose", "given_at", "ends_on", "withdrawn_at"),
    ),
    Held(
        model="people.Leave",
        title=_("Leave that a guardian was asked for"),
        by=("child",),
        shows=(
            *("municipality", "purpose", "asked_at", "is_given", "answered_at", "withdrawn_at"),
            "consent",
        ),
        reads=("consent__person",),
        leaves_out={"key": A_KEY, "guardian_email": OF_ANOTHER},
    ),
    Held(
        model="people.Identity",
        title=_("Each e-ID that opens your account"),
        by=("person",),
        shows=("municipality", "provider", "added_at"),
        leaves_out={"subject": A_KEY},
    ),
    Held(
        model="people.Draft",
        title=_("What you wrote and have not published"),
        by=("person",),
        shows=("municipality", "email", "path", "title", "shown", "kept_at"),
        leaves_out={"key": A_KEY, "fields": A_KEY},
    ),
    Held(
        model="people.Session",
        title=_("Where you are signed in"),
        by=("person",),
        shows=("began_at", "seen_on", "ends_at"),
        leaves_out={"key": A_KEY, "kept": A_KEY},
    ),
    Held(
        model="people.SecondFactor",
        title=_("Two-factor sign-in"),
        by=("person",),
        shows=("confirmed_at",),
        leaves_out=dict.fromkeys(("sealed_secret", "last_step", "recovery"), A_KEY),
    ),
    Held(
        model="people.Role",
        title=_("Your roles"),
        by=("person",),
        shows=("municipality", "role", "since", "until"),
        stays={"role": IN_OFFICE, "since": IN_OFFICE, "until": IN_OFFICE},
    ),
    Held(
        model="base.Happening",
        title=_("What you did, as the memory of the house has it"),
        by=("by",),
        match="pseudonym_key",
        shows=("what", "at", "about"),
    ),
    Held(model="base.Job", leaves_out={"arguments": A_KEY}),
    Held(
        model="municipalities.Municipality",
        leaves_out=dict.fromkeys(
            ("contact_email", "contact", "data_protection_contact"), OF_THE_OFFICE
        ),
    ),
)


def ended_consents(before: datetime) -> QuerySet[Consent]:
    """Consents that were taken back or ended before a moment."""
    return Consent.objects.filter(
        Q(withdrawn_at__lt=before) | Q(ends_on__lt=timezone.localdate(before))
    )


def unanswered_leaves(before: datetime) -> QuerySet[Leave]:
    """Questions to guardians from before a moment, without an answer, with their address."""
    return Leave.objects.filter(asked_at__lt=before).exclude(guardian_email="")


def ended_sessions(before: datetime) -> QuerySet[Session]:
    """Sign-ins that ended before a moment; a code that was sent lies in one of them."""
    return Session.objects.filter(ends_at__lt=before)


def old_drafts(before: datetime) -> QuerySet[Draft]:
    """What was written before a moment by somebody who did not sign in to publish it."""
    return Draft.objects.filter(kept_at__lt=before)


keeps = (
    Keeping(
        key="people.drafts",
        title=_("What was written by somebody who did not sign in to publish it"),
        why=_("Whoever wrote it has had a week to publish it."),
        days=7,
        least=1,
        most=7,
        rows=old_drafts,
    ),
    Keeping(
        key="people.consents",
        title=_("Consents that were taken back or have ended"),
        why=_("The municipality must be able to show that there was a consent (GDPR art. 7(1))."),
        days=1095,
        least=365,
        most=3650,
        rows=ended_consents,
    ),
    Keeping(
        key="people.guardians",
        title=_("E-mail addresses of guardians who did not answer"),
        why=_("The question can be answered for 14 days."),
        days=30,
        least=14,
        most=90,
        rows=unanswered_leaves,
        blanks={"guardian_email": ""},
    ),
    Keeping(
        key="people.sessions",
        title=_("Sign-ins that have ended, and codes that were sent"),
        why=_("They are of no use once they have ended."),
        days=1,
        least=1,
        most=1,
        rows=ended_sessions,
        tenant="",
    ),
)
