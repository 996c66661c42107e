"""Adopting: a decision takes contributions in."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from samskap.ledger.actions.accounts import lock
from samskap.ledger.actions.settling import parts_of, settle, whole_of
from samskap.ledger.actions.sums import change_phase_sum
from samskap.ledger.models import Adoption, Contribution, FateStatus, Side
from samskap.people.models import Person


@transaction.atomic
def adopt(
    *,
    contribution: Contribution,
    phase: str,
    decision_key: str,
    by: Person | None,
    with_changes: bool = False,
    reason: str = "",
    side: str = Side.PUBLIC,
    at: datetime | None = None,
) -> Adoption:
    """Record that a decision took a contribution in; its fate becomes used, or partly used.

    What has become a part of another is taken in as that one, with all its parts: each is an
    adoption, and each giver hears it. Returns the adoption of what was named.

    side   of whoever decided; public where the public side had a part
    """
    lock(contribution.account_id)  # nothing becomes a part of another meanwhile
    whole = whole_of(contribution)
    others = [other for other in (whole, *parts_of(whole)) if other.pk != contribution.pk]
    take_in = partial(
        _adopt_one,
        phase=phase,
        decision_key=decision_key,
        by=by,
        with_changes=with_changes,
        reason=reason,
        side=side,
        by_non_public=any(each.side == Side.NON_PUBLIC for each in (contribution, *others)),
    )
    adoption = take_in(contribution, at=at)
    for other in others:
        take_in(other, at=at and max(at, other.at))
    return adoption


def _adopt_one(
    contribution: Contribution,
    *,
    phase: str,
    decision_key: str,
    by: Person | None,
    with_changes: bool,
    reason: str,
    side: str,
    by_non_public: bool,
    at: datetime | None,
) -> Adoption:
    """Record that a decision took one contribution in, whatever it goes on with.

    by_non_public  whether an author of what goes on together stands outside the public side
                   (domain.md 4.1: adopted items with at least one non-public author)
    """
    adoption, is_new = Adoption.objects.get_or_create(
        contribution=contribution,
        decision_key=decision_key,
        defaults={
            "municipality_id": contribution.municipality_id,
            "account_id": contribution.account_id,
            "phase": phase,
            "by_non_public": by_non_public,
            "with_changes": with_changes,
            "at": at or timezone.now(),
        },
    )
    if is_new:
        change_phase_sum(
            contribution.account_id,
            phase,
            adopted=1,
            adopted_by_non_public=int(adoption.by_non_public),
        )
        settle(
            contribution=contribution,
            status=FateStatus.PARTLY_USED if with_changes else FateStatus.USED,
            reason=reason,
            by=by,
            decision_key=decision_key,
            side=side,
            at=at,
            parts_too=False,
        )
    return adoption
