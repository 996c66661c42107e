"""Settling: what became of a contribution, told to its giver."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.modules import announced
from samskap.ledger.actions.accounts import lock, touch
from samskap.ledger.actions.sums import (
    change_phase_sum,
    count_days_to_answer,
    is_counted_input,
    take_from_sums,
)
from samskap.ledger.errors import AnsweredBeforeItWasGiven, FateDoesNotGoBack, ReasonIsMissing
from samskap.ledger.models import ANSWERS, Contribution, Fate, FateStatus, Side, Standing
from samskap.ledger.queries import counts_no_more_withdrawn
from samskap.notices.actions import tell
from samskap.people.models import Person

ANSWERED_IN_TIME = timedelta(days=30)  # domain.md 4.1: R is the share answered within 30 days
CLOSED = ANSWERS  # its way ends there (kernels.answers)
IN_USE = frozenset({FateStatus.USED, FateStatus.PARTLY_USED})
WORDS = {
    FateStatus.READ: _("“{caption}” has been read."),
    FateStatus.USED: _("“{caption}” is being used."),
    FateStatus.PARTLY_USED: _("A part of “{caption}” is being used."),
    FateStatus.NOT_USED: _("“{caption}” is not being used. You can read why."),
    FateStatus.FORWARDED: _("“{caption}” has been passed on."),
}


@transaction.atomic
def settle(
    *,
    contribution: Contribution,
    status: str,
    by: Person | None,
    reason: str = "",
    decision_key: str = "",
    side: str = Side.PUBLIC,
    at: datetime | None = None,
    parts_too: bool = True,
) -> Fate:
    """Say what became of a contribution, and of what goes on as a part of it; tell the givers.

    side   of whoever says so: what residents tell each other by themselves is an answer to its
           giver, and none of the public side (decision 83)

    Refuses with AnsweredBeforeItWasGiven, ReasonIsMissing or FateDoesNotGoBack.
    """
    at = at or timezone.now()
    lock(contribution.account_id)
    standing = Standing.objects.get(pk=contribution.pk)
    if at < contribution.at:
        raise AnsweredBeforeItWasGiven
    if status == FateStatus.NOT_USED and not reason.strip():
        raise ReasonIsMissing
    if status not in ANSWERS and standing.answered_at and status != FateStatus.WITHDRAWN:
        raise FateDoesNotGoBack

    fate = Fate.objects.create(
        municipality_id=contribution.municipality_id,
        contribution=contribution,
        status=status,
        reason=reason,
        decision_key=decision_key,
        side=side,
        by=by,
        at=at,
    )
    is_in_time = at - contribution.at <= ANSWERED_IN_TIME
    is_first_answer = status in ANSWERS and standing.answered_at is None
    is_first_of_public = (
        status in ANSWERS and side == Side.PUBLIC and standing.publicly_answered_at is None
    )
    if is_counted_input(contribution):
        change_phase_sum(
            contribution.account_id,
            contribution.phase,
            answered=int(is_first_answer),
            answered_in_30_days=int(is_first_answer and is_in_time),
            publicly_answered_in_30_days=int(is_first_of_public and is_in_time),
            closed=int(status in CLOSED) - int(standing.status in CLOSED),
            used=int(status in IN_USE) - int(standing.status in IN_USE),
        )
        if is_first_answer:
            count_days_to_answer(contribution, (at - contribution.at).days)
    if status == FateStatus.WITHDRAWN != standing.status and counts_no_more_withdrawn(contribution):
        take_from_sums(contribution)
    standing.status, standing.reason = status, reason
    if is_first_of_public:
        standing.publicly_answered_at = at
    if is_first_answer:
        standing.answered_at = at
    elif status == FateStatus.WITHDRAWN and standing.answered_at is None:
        standing.answer_due_on = None  # nobody waits any more
    standing.save(
        update_fields=[
            "status", "reason", "answered_at", "publicly_answered_at", "answer_due_on"
        ]
    )  # fmt: skip
    touch(contribution.account)
    tell_the_giver(standing, status)
    if parts_too and status != FateStatus.WITHDRAWN:  # each giver takes back their own
        for part in parts_of(contribution):
            if status in ANSWERS or part.standing.answered_at is None:
                settle(
                    contribution=part,
                    status=status,
                    by=by,
                    reason=reason,
                    decision_key=decision_key,
                    side=side,
                    at=max(at, part.at),
                )
    return fate


def parts_of(contribution: Contribution) -> list[Contribution]:
    """What goes on as a part of a contribution, and was not taken back; modules announce it."""
    found = [part for goes_along in announced("goes_along") for part in goes_along(contribution)]
    return [part for part in found if part.standing.status != FateStatus.WITHDRAWN]


def whole_of(contribution: Contribution) -> Contribution:
    """What a contribution has become a part of; itself where no module announces another."""
    wholes = (goes_on_as(contribution) for goes_on_as in announced("goes_on_as"))
    return next((whole for whole in wholes if whole), contribution)


def tell_the_giver(standing: Standing, status: str) -> None:
    """Let whoever gave it hear what became of it."""
    giver = standing.contribution.giver
    words = WORDS.get(FateStatus(status))
    if giver.person and words:
        tell(
            person=giver.person,
            municipality=giver.municipality,
            kind=f"ledger.{status}",
            label=format_lazy(words, caption=standing.caption),
            text=standing.reason,
            path=standing.path,
        )
