"""Reading what a kiosk shows."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from samskap.base.modules import announced
from samskap.ledger.models import Standing
from samskap.meetings.models import Event, Kiosk, Note
from samskap.municipalities.models import Municipality

LATEST = 5


def kiosks_in(municipality: Municipality) -> "QuerySet[Kiosk]":
    """The kiosks of a municipality, the newest first."""
    kiosks: QuerySet[Kiosk] = Kiosk.objects.of(municipality)
    return kiosks.select_related(
        "initiative__account", "initiative__municipality", "municipality", "opened_by"
    ).order_by("-opened_at", "-pk")


def today_in(municipality: Municipality) -> list[Event]:
    """What is on today, by the clock on the wall there."""
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    on = Event.objects.of(municipality).filter(
        starts_at__lt=start + timedelta(days=1), ends_at__gt=start, cancelled_at=None
    )
    return list(on.order_by("starts_at", "pk")[:20])


def asked_of(kiosk: Kiosk) -> list[str]:
    """What the initiative of a kiosk asks everybody just now."""
    return [text for asks in announced("asks") for text in asks(kiosk.initiative)]


def latest_at(kiosk: Kiosk) -> list[str]:
    """The newest of what was given to its initiative, as captions."""
    given = Standing.objects.filter(
        account=kiosk.initiative.account_id, contribution__kind__in=Note.Kind.values
    ).exclude(caption="")
    captions = given.order_by("-contribution").values_list("caption", flat=True)
    return list(captions[:LATEST])
