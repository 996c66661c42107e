"""Who looked at what."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from samskap.base.modules import announced
from samskap.ledger.models import Giver
from samskap.municipalities.models import Municipality
from samskap.people.models import Consent, Person
from samskap.privacy.models import Sight


def pages() -> dict[str, str | Promise]:
    """The sensitive pages that modules announce: key → title."""
    return {page.key: page.title for page in announced("sensitive")}


def sights_of(
    municipality: Municipality,
    *,
    what: str = "",
    since: date | None = None,
    until: date | None = None,
    name: str = "",
) -> QuerySet[Sight]:
    """Every sight in a municipality, as the filters ask: `name` is part of the onlooker’s."""
    found = Sight.objects.of(municipality).select_related("by", "about")
    if what:
        found = found.filter(what=what)
    if since:
        found = found.filter(at__date__gte=since)
    if until:
        found = found.filter(at__date__lte=until)
    if name:
        found = found.filter(
            Q(by__given_name__icontains=name)
            | Q(by__family_name__icontains=name)
            | Q(by__email__istartswith=name)
        )
    return found


def sights_about(person: Person, municipality: Municipality) -> QuerySet[Sight]:
    """Who of the staff looked at the data of one person."""
    return Sight.objects.of(municipality).filter(about=person).select_related("by")


def givers_on_paper(municipality: Municipality, name: str = "") -> QuerySet[Giver]:
    """Those without an account whose name or address is kept, as far as a search asks."""
    found = Giver.objects.of(municipality).filter(person=None).exclude(name="", reach="")
    return found.filter(Q(name__icontains=name) | Q(reach__icontains=name)) if name else found


def consents_by_purpose(municipality: Municipality) -> list[Mapping[str, Any]]:
    """For each purpose: how many yeses hold today, were taken back, and ended by themselves."""
    today = timezone.localdate()
    holds = Q(withdrawn_at=None, ends_on__gte=today)
    counted = {
        row["purpose"]: row
        for row in Consent.objects.of(municipality)
        .values("purpose")
        .annotate(
            held=Count("pk", filter=holds),
            withdrawn=Count("pk", filter=Q(withdrawn_at__isnull=False)),
            ended=Count("pk", filter=Q(withdrawn_at=None, ends_on__lt=today)),
        )
        .order_by()
    }
    none = {"held": 0, "withdrawn": 0, "ended": 0}
    return [
        {"title": title} | none | counted.get(key, {}) for key, title in Consent.Purpose.choices
    ]
