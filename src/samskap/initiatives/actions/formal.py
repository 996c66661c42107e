"""Laying recommendations before an elected body, and answering them."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.base.modules import announced
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.errors.formal import (
    AnsweredAlready,
    AnswerNeedsReasons,
    NotAnElectedBody,
    NothingRecommended,
    NotYoursToAnswer,
    PromiseIsTooLate,
    PromiseLiesBehind,
)
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.models import FormalDecision, Initiative, Recommendation
from samskap.initiatives.permissions.formal import may_answer, may_lay
from samskap.initiatives.queries.partnership import carriers_of
from samskap.ledger import actions as ledger
from samskap.notices.actions import tell
from samskap.organisations.models import Membership, Organisation
from samskap.people.models import Person


@transaction.atomic
def lay_before(
    *,
    initiative: Initiative,
    body: Organisation,
    title: str,
    recommendations: Sequence[str],
    promised_on: date,
    by: Person,
    legal_due_on: date | None = None,
    at: datetime | None = None,
) -> FormalDecision:
    """Lay recommendations before an elected body, which answers each by a promised day.

    Joint bodies recommend; the elected body decides (kommuneloven § 5-1; domain.md 2.4).

    promised_on   the day that the body itself has promised
    legal_due_on  the last day that the law gives, where it gives one

    Refuses with NotYoursToChange, NotOpen, NotAnElectedBody, NothingRecommended,
    PromiseLiesBehind or PromiseIsTooLate.
    """
    initiative = locked(initiative)
    if not may_lay(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    must_be_open(initiative)
    is_from_here = body.municipality_id == initiative.municipality_id
    if not is_from_here or body.kind not in Organisation.ELECTED_KINDS:
        raise NotAnElectedBody(name=body.name)
    texts = [text.strip() for text in recommendations if text.strip()]
    if not texts:
        raise NothingRecommended
    at = at or timezone.now()
    if promised_on < timezone.localdate(at):
        raise PromiseLiesBehind
    if legal_due_on and promised_on > legal_due_on:
        raise PromiseIsTooLate(day=date_format(legal_due_on))

    formal = FormalDecision.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        body=body,
        title=title.strip(),
        laid_at=at,
        laid_by=by,
        promised_on=promised_on,
        legal_due_on=legal_due_on,
    )
    Recommendation.objects.bulk_create(
        Recommendation(
            municipality=initiative.municipality,
            formal_decision=formal,
            number=number,
            text=text,
        )
        for number, text in enumerate(texts, start=1)
    )
    remember("initiatives.laid_before_body", by=by.pseudonym_key, about=formal, within=initiative)
    ledger.touch(initiative.account)
    members = Membership.objects.filter(organisation=body, ended_at=None, person__is_active=True)
    _tell(
        [member.person for member in members.select_related("person")],
        formal,
        label=format_lazy(
            _("“{title}” waits for an answer from {body}."), title=formal.title, body=body.name
        ),
        but=by,
    )
    return formal


@transaction.atomic
def answer_recommendation(
    *,
    recommendation: Recommendation,
    answer: str,
    reasons: str,
    by: Person,
    at: datetime | None = None,
) -> Recommendation:
    """Answer one recommendation with reasons; the last answer closes the formal decision.

    Modules that announce `hears_answers` hear of it in the same transaction.

    Refuses with NotYoursToAnswer, AnswerNeedsReasons or AnsweredAlready.
    """
    initiative = locked(recommendation.formal_decision.initiative)
    recommendation = Recommendation.objects.select_related("formal_decision__body").get(
        pk=recommendation.pk
    )
    formal = recommendation.formal_decision
    formal.initiative = initiative
    if not may_answer(by, formal):
        raise NotYoursToAnswer(body=formal.body.name)
    if not reasons.strip():
        raise AnswerNeedsReasons
    at = at or timezone.now()
    # Two members may press the button at once; the database lets the first one answer.
    answered = Recommendation.objects.filter(pk=recommendation.pk, answer="").update(
        answer=Recommendation.Answer(answer),
        reasons=reasons.strip(),
        answered_at=at,
        answered_by=by,
    )
    if not answered:
        raise AnsweredAlready
    recommendation.refresh_from_db(fields=["answer", "reasons", "answered_at", "answered_by"])
    remember(
        "initiatives.recommendation_answered",
        by=by.pseudonym_key,
        about=recommendation,
        within=initiative,
    )
    ledger.touch(initiative.account)
    if not formal.recommendations.filter(answer="").exists():
        formal.answered_at = at
        formal.save(update_fields=["answered_at"])
        remember("initiatives.body_answered", by=by.pseudonym_key, about=formal, within=initiative)
        _tell(
            carriers_of(initiative),
            formal,
            label=format_lazy(
                _("{body} has answered “{title}”."), title=formal.title, body=formal.body.name
            ),
            but=by,
        )
    for hear in announced("hears_answers"):
        hear(recommendation, by, at)
    return recommendation


@transaction.atomic
def take_the_place(*, recommendation: Recommendation, returned: Recommendation) -> None:
    """Let a recommendation that was laid again take the place of the one that came back.

    Both stay on record with their answers; in figures they are one. Called with laying, by whoever
    was given leave to lay.
    """
    recommendation.instead_of = returned
    recommendation.save(update_fields=["instead_of"])
    ledger.touch(recommendation.formal_decision.initiative.account)


def _tell(
    people: list[Person], formal: FormalDecision, *, label: str | Promise, but: Person
) -> None:
    """Tell everybody concerned but whoever did it."""
    for person in people:
        if person.pk != but.pk:
            tell(
                person=person,
                municipality=formal.initiative.municipality,
                kind="initiatives.formal_decision",
                label=label,
                path=formal.get_absolute_url(),
            )
