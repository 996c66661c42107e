"""Reading hooks and deliveries."""

from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet

from samskap.base.models import Happening
from samskap.municipalities.models import Municipality
from samskap.webhooks.models import Delivery, Hook


def hooks_of(municipality: Municipality) -> QuerySet[Hook]:
    """The hooks of a municipality, with how many messages wait and were given up."""
    found: QuerySet[Hook] = Hook.objects.of(municipality)
    return found.annotate(
        waiting=Count("deliveries", filter=Q(deliveries__due_at__isnull=False)),
        taken=Count("deliveries", filter=Q(deliveries__taken_at__isnull=False)),
        last_at=Max("deliveries__tried_at"),
    )


def deliveries_of(hook: Hook) -> QuerySet[Delivery]:
    """What was sent to a hook, the newest first."""
    return Delivery.objects.filter(hook=hook)


def latest_happening() -> int:
    """The number of the last thing that happened anywhere; 0 before the first."""
    return Happening.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def happened_since(hook: Hook) -> QuerySet[Happening]:
    """What a hook hears of and may not have heard yet, in its order."""
    return Happening.objects.filter(
        municipality_key=hook.municipality_id, pk__gt=hook.read_until, what__in=hook.events
    ).order_by("pk")


def settled_until(hook: Hook, before: datetime) -> int:
    """The last thing that happened here before a moment, after which nothing older can come."""
    found = Happening.objects.filter(
        municipality_key=hook.municipality_id, pk__gt=hook.read_until, at__lt=before
    )
    return found.aggregate(last=Max("pk"))["last"] or hook.read_until
