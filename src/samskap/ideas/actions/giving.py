"""Giving, and taking back what one gave."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from samskap.base.finding import let_go
from samskap.base.memory import remember
from samskap.base.prepared import insert
from samskap.conversations.actions.threads import rename
from samskap.ideas.actions.asking import is_open
from samskap.ideas.actions.merging import take_all_apart
from samskap.ideas.errors import (
    InitiativeTakesNoMore,
    NotYoursToEnter,
    QuestionIsClosed,
)
from samskap.ideas.models import Idea, Question
from samskap.ideas.permissions import may_enter_for_others
from samskap.ideas.talk import KIND
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Beneficiary, Contribution, Side, Standing
from samskap.people.models import Person


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
    promised_from: date | None = None,
) -> Idea:
    """Give an initiative a story, a problem, knowledge, an idea or a draft.

    at             when it was given, where it is written down later (paper, telephone)
    promised_from  the day from which an answer is promised; without it the day it was given

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYoursToEnter, InitiativeTakesNoMore or
    QuestionIsClosed.
    """
    hand.require_level("ideas.give")
    if hand.entered_on_behalf and not may_enter_for_others(hand.by, initiative):
        raise NotYoursToEnter
    if not initiative.is_open:
        raise InitiativeTakesNoMore(initiative=initiative)
    now = timezone.now()
    at = at or now
    if question and not is_open(question, at):
        raise QuestionIsClosed

    waited = (promised_from - timezone.localdate(at)).days if promised_from else 0
    hand.party  # noqa: B018 - asked for now, and not while others wait
    with transaction.atomic():
        given = ledger.give(
            account=initiative.account,
            hand=hand,
            phase=question.phase if question else initiative.phase,
            kind=kind,
            is_independent=question is None,
            beneficiary=beneficiary,
            caption=title,
            is_input=hand.side == Side.NON_PUBLIC,  # nobody owes the municipality an answer
            answer_days=initiative.municipality.answer_days + waited,
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


def take_in(
    *,
    initiative: Initiative,
    hand: Hand,
    kind: str = Idea.Kind.IDEA,
    title: str,
    text: str = "",
    language: str,
    at: datetime | None = None,
) -> Contribution:
    """Take in what came up elsewhere, at an event say; it is an idea like any other.

    Refuses as `give_idea` does.
    """
    given = give_idea(
        initiative=initiative,
        hand=hand,
        kind=kind,
        title=title,
        text=text,
        language=language,
        at=at,
    )
    return given.contribution


@transaction.atomic
def withdraw(*, idea: Idea, by: Person) -> None:
    """Take back what one gave. Its words disappear; that something was given stays.

    Refuses with NotYours.
    """
    ledger.withdraw(contribution=idea.contribution, by=by)
    take_all_apart(idea, by=by)  # what others gave must not go with it
    blank(idea)
    remember("ideas.idea_withdrawn", by=by.pseudonym_key, about=idea, within=idea.initiative)


def blank(idea: Idea) -> None:
    """Let the words of an idea be gone, wherever they are shown and found."""
    idea.withdrawn_at, idea.title, idea.text = timezone.now(), "", ""
    idea.save(update_fields=["withdrawn_at", "title", "text"])
    Standing.objects.filter(pk=idea.contribution_id).update(caption="")
    rename(initiative=idea.initiative, kind=KIND, key=idea.pk, label="")
    let_go(idea)
