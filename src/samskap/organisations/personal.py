"""What organisations hold about one person."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import Held, Keeping
from samskap.organisations.models import JoinRequest, Membership

held = (
    Held(
        model="organisations.Membership",
        title=_("Where you belong, and may speak for others"),
        by=("person",),
        shows=(
            *("municipality", "organisation", "is_administrator", "may_speak", "mandate_from"),
            *("mandate_until", "joined_at", "ended_at", "reminded_of"),
        ),
    ),
    Held(
        model="organisations.JoinRequest",
        title=_("Where you asked to belong"),
        by=("person",),
        shows=("municipality", "organisation", "words", "asked_at"),
    ),
    Held(
        model="organisations.Organisation",
        title=_("Organisations you registered"),
        by=("registered_by",),
        shows=("municipality", "name", "registered_at"),
    ),
    Held(
        model="organisations.Membership",
        title=_("Mandates you gave to others"),
        by=("given_by",),
        shows=("municipality", "organisation", "mandate_from", "mandate_until"),
    ),
)


def awaited(keys: Collection[int]) -> set[int]:
    """Of some people those who may speak for an organisation today."""
    speaking = Membership.objects.speaking_on(timezone.localdate()).filter(person__in=keys)
    return set(speaking.order_by().values_list("person", flat=True))


def old_requests(before: datetime) -> QuerySet[JoinRequest]:
    """Requests to join that nobody answered, from before a moment."""
    return JoinRequest.objects.filter(asked_at__lt=before)


def ended_memberships(before: datetime) -> QuerySet[Membership]:
    """Memberships that ended before a moment."""
    return Membership.objects.filter(ended_at__lt=before)


keeps = (
    Keeping(
        key="organisations.requests",
        title=_("Requests to join an organisation that nobody answered"),
        why=_("After a year the person has most likely found another way."),
        days=365,
        least=90,
        most=1095,
        rows=old_requests,
    ),
    Keeping(
        key="organisations.memberships",
        title=_("Memberships and mandates that have ended"),
        why=_("To be able to show who could speak for whom when something was decided."),
        days=1825,
        least=365,
        most=3650,
        rows=ended_memberships,
    ),
)
