"""Letting go of what was kept long enough, batch by batch."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from samskap.base.memory import remember
from samskap.base.personal import Keeping
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.privacy.errors import NoReason, NotForYou, NotWithinLimits
from samskap.privacy.models import Removal, RetentionRule
from samskap.privacy.permissions import may_change_rules
from samskap.privacy.queries.keeping import days_of, keepings

BATCH = 500


@transaction.atomic
def change_rule(
    *, municipality: Municipality, keeping: Keeping, days: int, why: str, by: Person
) -> RetentionRule:
    """Say how long a municipality keeps one kind of thing, within the limits of the house.

    Refuses with NotForYou, NoReason or NotWithinLimits.
    """
    if not may_change_rules(by, municipality):
        raise NotForYou
    if not why.strip():
        raise NoReason
    if not keeping.tenant or not keeping.least <= days <= keeping.most:
        raise NotWithinLimits(least=keeping.least, most=keeping.most)
    rule, _is_new = RetentionRule.objects.update_or_create(
        municipality=municipality,
        key=keeping.key,
        defaults={
            "days": days,
            "why": why.strip(),
            "changed_by": by,
            "changed_at": timezone.now(),
        },
    )
    remember("privacy.rule_changed", by=by.pseudonym_key, about=rule)
    return rule


def clear_up(municipality: Municipality | None, now: datetime | None = None) -> int:
    """Let go of everything here whose time is over, and say how many rows there were.

    Without a municipality it is about what nobody owns. Whatever is done is counted in the same
    transaction, so that it may be stopped and begun again at any moment.
    """
    gone, now = 0, now or timezone.now()
    chosen = days_of(municipality)
    for keeping in keepings():
        if bool(keeping.tenant) != (municipality is not None):
            continue
        rows = keeping.rows(now - timedelta(days=chosen[keeping.key]))
        if municipality is not None:
            rows = rows.filter(**{keeping.tenant: municipality})
        gone += _let_go(keeping, rows, municipality)
    return gone


def _let_go(keeping: Keeping, rows: QuerySet[Any], municipality: Municipality | None) -> int:
    """Blank or delete rows, some hundred at a time; one at a time where the module ends each."""
    gone, rows = 0, rows.order_by("pk")
    waiting, size = rows, 1 if keeping.ends else BATCH
    while keys := list(waiting.values_list("pk", flat=True)[:size]):
        with transaction.atomic():
            ended = _end(keeping, rows.model._base_manager.filter(pk__in=keys), len(keys))
            if ended:
                _count(keeping, ended, municipality)
        gone += ended
        waiting = rows.filter(pk__gt=keys[-1])
    return gone


def _end(keeping: Keeping, rows: QuerySet[Any], count: int) -> int:
    """End, blank or delete some rows, and say of how many the time was over indeed."""
    if keeping.ends:
        return sum(keeping.ends(row) for row in rows)
    if keeping.blanks:
        rows.update(**keeping.blanks)
    else:
        rows.delete()
    return count


def _count(keeping: Keeping, rows: int, municipality: Municipality | None) -> None:
    """Add to how many rows went today."""
    today, _is_new = Removal.objects.get_or_create(
        municipality=municipality, key=keeping.key, on=timezone.localdate()
    )
    Removal.objects.filter(pk=today.pk).update(rows=F("rows") + rows)
