"""Answering: what becomes of one statement, or of many that say the same."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from samskap.base.memory import remember
from samskap.hearings.actions.opening import settle_state
from samskap.hearings.actions.planning import held
from samskap.hearings.errors import GiveReasons, NothingChosen
from samskap.hearings.models import ANSWERABLE, Answer, Hearing, HearingStatement
from samskap.ledger import actions as ledger
from samskap.ledger.models import Side
from samskap.people.models import Person

AT_ONCE = 50  # givers told while whoever answers waits; the queue tells the rest


@transaction.atomic
def answer(
    *,
    hearing: Hearing,
    keys: Sequence[int],
    status: str,
    text: str,
    changes: str = "",
    by: Person,
    at: datetime | None = None,
) -> Answer:
    """Say what becomes of some statements; each giver is told, and the ledger has each fate.

    A statement can be answered from the day it came in: whoever wrote early in six weeks does not
    have to wait for the last day.

    keys     of the statements; those that have an answer, or were taken back, are left out
    changes  what is changed in the proposal because of them

    Refuses with NotYoursToSteward, NotNow, NothingChosen or GiveReasons.
    """
    hearing = held(hearing, by, *ANSWERABLE)
    if not text.strip():
        raise GiveReasons
    chosen = list(
        hearing.statements.filter(pk__in=keys, answer=None, withdrawn_at=None)
        .order_by("number")
        .values_list("pk", flat=True)
    )
    if not chosen:
        raise NothingChosen
    given: Answer = Answer.objects.create(
        municipality=hearing.municipality,
        hearing=hearing,
        status=Answer.Status(status),
        text=text.strip(),
        changes=changes.strip(),
        by=by,
        at=at or timezone.now(),
    )
    hearing.statements.filter(pk__in=chosen).update(answer=given)
    remember("hearings.answered", by=by.pseudonym_key, about=given, within=hearing.initiative)
    if tell_next(given):
        transaction.on_commit(lambda: tell_the_rest.enqueue(given.pk))
    settle_state(hearing)
    return given


def tell_next(given: Answer) -> bool:
    """Settle the next statements of an answer in the ledger, which tells their givers.

    Returns whether there are more. Done twice it tells nobody twice.
    """
    waits = (
        HearingStatement.objects.filter(answer=given)
        .exclude(contribution__standing__status=given.status)
        .order_by("number")
        .select_related("contribution__account")
    )
    found = list(waits[: AT_ONCE + 1])
    reason = "\n\n".join(filter(None, [given.text, given.changes]))
    for statement in found[:AT_ONCE]:
        ledger.settle(
            contribution=statement.contribution,
            status=given.status,
            reason=reason,
            side=Side.PUBLIC,
            by=given.by,
            at=max(given.at, statement.contribution.at),
        )
    return len(found) > AT_ONCE


@task()
def tell_the_rest(answer_id: int) -> None:
    """Go on telling givers what became of it, some at a time, so that nobody waits long."""
    given = Answer.objects.select_related("by").get(pk=answer_id)
    with transaction.atomic():
        has_more = tell_next(given)
    if has_more:
        tell_the_rest.enqueue(answer_id)
