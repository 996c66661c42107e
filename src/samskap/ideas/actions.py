"""Changing ideas: give, support, ask, answer, withdraw."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from samskap.base.memory import remember
from samskap.base.prepared import insert
from samskap.conversations.actions.threads import rename
from samskap.ideas.errors import (
    IdeaIsWithdrawn,
    InitiativeTakesNoMore,
    NothingChosen,
    NotYoursToAnswer,
    NotYoursToAsk,
    NotYoursToEnter,
    QuestionIsClosed,
)
from samskap.ideas.models import Idea, Question, Support
from samskap.ideas.permissions import LEAST_LEVEL, may_answer, may_ask, may_enter_for_others
from samskap.ideas.queries import already_supported
from samskap.ideas.talk import KIND
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Account, Beneficiary, Contribution, FateStatus, Side, Standing
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.people.permissions import require_level

ONE_SUPPORT_MORE = "UPDATE ideas_idea SET supports = supports + 1 WHERE id = %s"


@transaction.atomic
def give_idea(
    *,
    initiative: Initiative,
    hand: Hand,
    kind: str,
    title: str,
    text: str = "",
    language: str,
    beneficiary: str = Beneficiary.COMMUNITY,
    question: Question | None = None,
    at: datetime | None = None,
) -> Idea:
    """Give an initiative a story, a problem, knowledge, an idea or a draft.

    at   when it was given, where it is written down later (paper, telephone)

    Refuses with SignInNeeded, NotYoursToEnter, InitiativeTakesNoMore or QuestionIsClosed.
    """
    require_level(hand.by, LEAST_LEVEL["give"])
    if hand.entered_on_behalf and not may_enter_for_others(hand.by, initiative):
        raise NotYoursToEnter
    if not initiative.is_open:
        raise InitiativeTakesNoMore(initiative=initiative)
    now = timezone.now()
    at = at or now
    if question and not is_open(question, at):
        raise QuestionIsClosed

    given = ledger.give(
        account=initiative.account,
        hand=hand,
        phase=question.phase if question else initiative.phase,
        kind=kind,
        is_independent=question is None,
        beneficiary=beneficiary,
        caption=title,
        is_input=hand.side == Side.NON_PUBLIC,  # nobody owes the municipality an answer
        answer_days=initiative.municipality.answer_days,
        at=at,
    )
    idea = Idea(
        municipality=initiative.municipality,
        initiative=initiative,
        contribution=given,
        question=question,
        kind=kind,
        phase=given.phase,
        title=title,
        text=text,
        language=language,
        given_at=at,
    )
    insert(idea)
    ledger.lead_to(given, idea.get_absolute_url())
    remember("ideas.idea_given", by=hand.by.pseudonym_key, about=idea, within=initiative)
    return idea


def is_open(question: Question, at: datetime) -> bool:
    """Whether a question takes answers at a moment."""
    return question.opens_at <= at and (question.closes_at is None or at < question.closes_at)


@transaction.atomic
def support(*, idea: Idea, hand: Hand) -> Support | None:
    """Support an idea; a second press changes nothing and returns None.

    Refuses with SignInNeeded, IdeaIsWithdrawn or InitiativeTakesNoMore.
    """
    require_level(hand.by, LEAST_LEVEL["support"])
    if idea.withdrawn_at:
        raise IdeaIsWithdrawn
    if not idea.initiative.is_open:
        raise InitiativeTakesNoMore(initiative=idea.initiative)
    # Two presses at once: the second waits here, and finds that the first was enough.
    account = ledger.lock(idea.initiative.account_id)
    if already_supported.all(idea=idea.pk, person=hand.by.pk):
        return None
    return write_support(idea, hand, account)


def write_support(idea: Idea, hand: Hand, account: Account) -> Support:
    """Write the support, its ledger row and the idea’s count."""
    given = ledger.give(
        account=account,
        hand=hand,
        phase=idea.initiative.phase,
        kind="support",
        is_independent=False,
        caption=idea.title,
        path=idea.get_absolute_url(),
    )
    supported = Support(
        municipality_id=idea.municipality_id, idea=idea, person=hand.by, contribution=given
    )
    insert(supported)
    with connection.cursor() as cursor:
        cursor.execute(ONE_SUPPORT_MORE, [idea.pk])
    remember("ideas.idea_supported", by=hand.by.pseudonym_key, about=idea, within=idea.initiative)
    return supported


@transaction.atomic
def stop_supporting(*, idea: Idea, by: Person) -> None:
    """Take one’s support back. The ledger keeps that it was given and withdrawn."""
    ledger.lock(idea.initiative.account_id)  # two presses at once: the second finds nothing
    for supported in Support.objects.filter(idea=idea, person=by).select_related("contribution"):
        end_support(supported, by=by)
        remember("ideas.support_withdrawn", by=by.pseudonym_key, about=idea, within=idea.initiative)


def end_support(supported: Support, *, by: Person | None) -> None:
    """Let one support end: the row goes, the count falls, the ledger says that it was withdrawn."""
    ledger.settle(contribution=supported.contribution, status=FateStatus.WITHDRAWN, by=by)
    Idea.objects.filter(pk=supported.idea_id).update(supports=F("supports") - 1)
    supported.delete()


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

    Refuses with NothingChosen, NotYoursToAnswer, IdeaIsWithdrawn, ReasonIsMissing or
    FateDoesNotGoBack.
    """
    if not given:
        raise NothingChosen
    for one in given:
        initiative = one.account.initiative
        if not may_answer(by, initiative):
            raise NotYoursToAnswer
        if one.standing.status == FateStatus.WITHDRAWN:
            raise IdeaIsWithdrawn
        ledger.settle(contribution=one, status=status, reason=reason, by=by, at=at)
        about = getattr(one, "idea", one)
        remember("ideas.idea_answered", by=by.pseudonym_key, about=about, within=initiative)


@transaction.atomic
def withdraw(*, idea: Idea, by: Person) -> None:
    """Take back what one gave. Its words disappear; that something was given stays.

    Refuses with NotYours.
    """
    ledger.withdraw(contribution=idea.contribution, by=by)
    idea.withdrawn_at, idea.title, idea.text = timezone.now(), "", ""
    idea.save(update_fields=["withdrawn_at", "title", "text"])
    Standing.objects.filter(pk=idea.contribution_id).update(caption="")
    rename(initiative=idea.initiative, kind=KIND, key=idea.pk, label="")
    remember("ideas.idea_withdrawn", by=by.pseudonym_key, about=idea, within=idea.initiative)


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    Support ends, because one person has one support, and nobody stands behind it any more. What
    was given stays without a name; whoever wants the words gone withdraws them first (decision 12).
    """
    for supported in Support.objects.filter(person=person).select_related("contribution__account"):
        end_support(supported, by=None)
    Question.objects.filter(asked_by=person).update(asked_by=None)
