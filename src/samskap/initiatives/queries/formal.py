"""Reading formal decisions: what waits for an elected body, and what it answered."""

from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.utils import timezone

from samskap.base.once import once
from samskap.initiatives.models import FormalDecision, Initiative, Recommendation
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Membership
from samskap.people.models import Person

Answer = Recommendation.Answer
ADOPTING = (Answer.ADOPTED, Answer.ADOPTED_CHANGED)
"""Adopted with agreed changes counts as adopted (domain.md 4.1, rung 4 f)."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What elected bodies did with the recommendations of one initiative.

    pending      True while at least one recommendation is unanswered
    recommended  recommendations laid before a body; one that came back and was laid again is one
    adopted      of them adopted, agreed changes included
    """

    pending: bool
    recommended: int
    adopted: int


def outcome(initiative: Initiative) -> Outcome | None:
    """Count for the ladder; None where nothing was laid before anybody."""
    laid = [each for formal in laid_before(initiative) for each in formal.recommendations.all()]
    if not laid:
        return None
    replaced = {each.instead_of_id for each in laid}
    last = [each for each in laid if each.pk not in replaced]
    return Outcome(
        pending=any(not each.answer for each in last),
        recommended=len(last),
        adopted=sum(each.answer in ADOPTING for each in last),
    )


@once
def laid_before(initiative: Initiative) -> list[FormalDecision]:
    """What was laid before elected bodies, as a list that is read once for a page."""
    return list(formal_decisions_of(initiative))


def formal_decisions_of(initiative: Initiative) -> QuerySet[FormalDecision]:
    """What was laid before elected bodies, with every recommendation; two queries.

    What waits comes first, the soonest promise first.
    """
    laid = initiative.formal_decisions.select_related("body", "initiative")
    return waiting_first(laid.prefetch_related("recommendations"))


def waiting_first(laid: QuerySet[FormalDecision]) -> QuerySet[FormalDecision]:
    """These formal decisions in that order."""
    return laid.order_by(F("answered_at").desc(nulls_first=True), "promised_on", "pk")


def waiting_for_answer(municipality: Municipality) -> QuerySet[FormalDecision]:
    """What elected bodies have promised to answer and have not, the oldest promise first."""
    return (
        FormalDecision.objects.of(municipality)
        .filter(answered_at=None)
        .select_related("body", "initiative")
        .order_by("promised_on", "pk")
    )


def overdue(municipality: Municipality) -> QuerySet[FormalDecision]:
    """What should have been answered before today."""
    return waiting_for_answer(municipality).filter(promised_on__lt=timezone.localdate())


def waiting_for(person: Person, municipality: Municipality) -> QuerySet[FormalDecision]:
    """What the bodies of one person have promised to answer, the oldest promise first."""
    bodies = Membership.objects.of(municipality).filter(person=person, ended_at=None)
    return waiting_for_answer(municipality).filter(body__in=bodies.values("organisation"))
