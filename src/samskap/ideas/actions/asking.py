"""Questions to all."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from samskap.base.memory import remember
from samskap.ideas.errors import (
    InitiativeTakesNoMore,
    NotYoursToAsk,
)
from samskap.ideas.models import Question
from samskap.ideas.permissions import may_ask
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.organisations.models import Organisation
from samskap.people.models import Person


def is_open(question: Question, at: datetime) -> bool:
    """Whether a question takes answers at a moment."""
    return question.opens_at <= at and (question.closes_at is None or at < question.closes_at)


@transaction.atomic
def ask(
    *,
    initiative: Initiative,
    by: Person,
    text: str,
    more: str = "",
    phase: str = "",
    is_hearing: bool = False,
    asked_for: Organisation | None = None,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
) -> Question:
    """Put a question to all. What answers it is not of one’s own accord.

    Refuses with NotYoursToAsk, InitiativeTakesNoMore or AnswersAreOwed.
    """
    if not may_ask(by, initiative):
        raise NotYoursToAsk
    if not initiative.is_open:
        raise InitiativeTakesNoMore(initiative=initiative)
    opens_at = opens_at or timezone.now()
    ledger.require_answers(initiative.account, on=timezone.localdate(opens_at))
    question = Question.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        phase=phase or initiative.phase,
        text=text,
        more=more,
        asked_by=by,
        asked_for=asked_for,
        is_hearing=is_hearing,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    ledger.touch(initiative.account)
    remember("ideas.question_asked", by=by.pseudonym_key, about=question, within=initiative)
    return question
