"""Answers: what becomes of what was given."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samskap.base.memory import remember
from samskap.base.modules import announced
from samskap.ideas.errors import (
    AnswerItWhereItStands,
    IdeaIsWithdrawn,
    NothingChosen,
    NotYoursToAnswer,
)
from samskap.ideas.models import Idea
from samskap.ideas.permissions import may_answer
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_facilitate
from samskap.ledger import actions as ledger
from samskap.ledger.hands import answering_side
from samskap.ledger.models import ANSWERS, Contribution, FateStatus, Side
from samskap.people.models import Person


@transaction.atomic
def answer(
    *, ideas: Sequence[Idea], status: str, reason: str = "", by: Person, at: datetime | None = None
) -> None:
    """Say what becomes of one idea, or of many alike; each giver hears it.

    Refuses with NothingChosen, NotYoursToAnswer, IdeaIsWithdrawn, ReasonIsMissing or
    FateDoesNotGoBack.
    """
    answer_given(
        given=[idea.contribution for idea in ideas], status=status, reason=reason, by=by, at=at
    )


@transaction.atomic
def answer_given(
    *,
    given: Sequence[Contribution],
    status: str,
    reason: str = "",
    by: Person,
    at: datetime | None = None,
) -> None:
    """Answer whatever was given and waits: ideas, and the dream that an initiative began with.

    Refuses with NothingChosen, NotYoursToAnswer, IdeaIsWithdrawn, AnswerItWhereItStands,
    ReasonIsMissing or FateDoesNotGoBack.
    """
    if not given:
        raise NothingChosen
    for one in as_they_go_on(given):
        initiative = one.account.initiative
        if not may_answer(by, initiative):
            raise NotYoursToAnswer
        if one.standing.status == FateStatus.WITHDRAWN:
            raise IdeaIsWithdrawn
        if status in ANSWERS and any(there(one) for there in announced("answers_there")):
            raise AnswerItWhereItStands(caption=one.standing.caption)
        side = _side_of(by, initiative)
        ledger.settle(contribution=one, status=status, reason=reason, side=side, by=by, at=at)
        about = getattr(one, "idea", one)
        remember("ideas.idea_answered", by=by.pseudonym_key, about=about, within=initiative)


def _side_of(by: Person, initiative: Initiative) -> Side:
    """On which side somebody answers; whoever facilitates does it for the municipality."""
    if may_facilitate(by, initiative):
        return Side.PUBLIC
    return answering_side(by, initiative.municipality)


def as_they_go_on(given: Sequence[Contribution]) -> list[Contribution]:
    """What is answered or put off: of ideas that go on as one the one, so that all hear it."""
    found: dict[int, Contribution] = {}
    for one in given:
        idea = getattr(one, "idea", None)
        if idea is not None and (idea.merged_into_id or idea.joined):
            whole = Idea.objects.select_related(
                "contribution__standing",
                "contribution__giver__person",
                "contribution__account__initiative__municipality",
            ).get(pk=idea.merged_into_id or idea.pk)
            found[whole.contribution_id] = whole.contribution
        else:
            found.setdefault(one.pk, one)
    return list(found.values())
