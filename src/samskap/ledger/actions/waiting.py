"""Waiting: answers that are put off, and answers that are owed."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.ledger.actions.accounts import lock, touch
from samskap.ledger.actions.settling import parts_of
from samskap.ledger.errors import (
    AnswersAreOwed,
    NewDayIsNotLater,
    NothingIsWaiting,
    ReasonIsMissing,
)
from samskap.ledger.models import Account, Contribution, Fate, FateStatus, Standing
from samskap.ledger.queries import late_answers
from samskap.notices.actions import tell
from samskap.people.models import Person

LONGEST_WAIT = timedelta(days=60)  # from now, when an answer is put off


@transaction.atomic
def postpone(*, contribution: Contribution, until: date, reason: str, by: Person) -> Fate:
    """Say why an answer takes longer, and promise a new day; its giver hears both.

    What goes on as a part of it, and was promised an answer before that day, waits with it. That it
    was late stays in the figures: they count from the day it was given.

    Refuses with NothingIsWaiting, ReasonIsMissing or NewDayIsNotLater.
    """
    lock(contribution.account_id)
    standing = Standing.objects.select_related("contribution__giver__person").get(
        pk=contribution.pk
    )
    if standing.answered_at or standing.answer_due_on is None:
        raise NothingIsWaiting
    if not reason.strip():
        raise ReasonIsMissing
    today = timezone.localdate()
    if not today < until <= today + LONGEST_WAIT or until <= standing.answer_due_on:
        raise NewDayIsNotLater(days=LONGEST_WAIT.days)
    fate = Fate.objects.create(
        municipality_id=contribution.municipality_id,
        contribution=contribution,
        status=FateStatus.READ,
        reason=reason,
        by=by,
    )
    standing.status, standing.reason, standing.answer_due_on = FateStatus.READ, reason, until
    standing.save(update_fields=["status", "reason", "answer_due_on"])
    touch(contribution.account)
    if standing.contribution.giver.person:
        tell(
            person=standing.contribution.giver.person,
            municipality=standing.contribution.giver.municipality,
            kind="ledger.postponed",
            label=format_lazy(
                _("The answer to “{caption}” takes longer than promised."), caption=standing.caption
            ),
            text=reason,
            path=standing.path,
        )
    for part in parts_of(contribution):
        due = part.standing.answer_due_on
        if part.standing.answered_at is None and due and due < until:
            postpone(contribution=part, until=until, reason=reason, by=by)
    return fate


def require_answers(account: Account, *, on: date | None = None) -> None:
    """See that nobody waits past the promised day before more is asked for.

    on   the day on which more is asked for; today, unless somebody writes down what was asked

    Refuses with AnswersAreOwed.
    """
    if late := late_answers(account, on=on):
        raise AnswersAreOwed(late=late)
