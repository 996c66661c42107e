"""Reading answers: what was recommended, what the elected body said, and who carries it out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from samskap.base.once import once
from samskap.committees.models import Committee, Realisation
from samskap.initiatives.models import Commitment, FormalDecision, Recommendation
from samskap.initiatives.queries.formal import ADOPTING, Outcome, laid_before, outcome
from samskap.kernels.answers import Figure, Promised, council_answer_rate
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation

FIDELITY = 0.5
"""Below this share of adopted recommendations an initiative leaves rung 4 (domain.md 4.1 f)."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What became of all recommendations of a committee together.

    days_late  days from the promised day to the last answer, or to today while it is missing
    """

    outcome: Outcome
    days_late: int

    @property
    def fidelity(self) -> float:
        """The share of recommendations that were adopted, agreed changes included."""
        return self.outcome.adopted / self.outcome.recommended

    @property
    def is_low(self) -> bool:
        """Whether so few were adopted that the partnership no longer counts as equal."""
        return not self.outcome.pending and self.fidelity < FIDELITY


def verdict_of(committee: Committee) -> Verdict | None:
    """What the elected body made of the work; None before anything was laid before it."""
    found = outcome(committee.initiative)
    if found is None:
        return None
    return Verdict(
        outcome=found, days_late=max(days_late(one) for one in laid_before(committee.initiative))
    )


def days_late(formal: FormalDecision, today: date | None = None) -> int:
    """Days past the promised day, up to the answer or to today; 0 in time."""
    end = timezone.localdate(formal.answered_at) if formal.answered_at else today
    return max(((end or timezone.localdate()) - formal.promised_on).days, 0)


def overdue_of(committee: Committee) -> list[FormalDecision]:
    """What the elected body should have answered before today."""
    return [formal for formal in laid_before(committee.initiative) if formal.is_overdue]


def overdue_by_initiative(municipality: Municipality, initiatives: Iterable[int]) -> dict[int, int]:
    """Of some initiatives those whose answer is overdue, and by how many days; one query."""
    today = timezone.localdate()
    late = FormalDecision.objects.of(municipality).filter(
        initiative__in=initiatives, answered_at=None, promised_on__lt=today
    )
    days: dict[int, int] = {}
    for initiative, promised_on in late.values_list("initiative", "promised_on"):
        days[initiative] = max(days.get(initiative, 0), (today - promised_on).days)
    return days


def answer_rate(municipality: Municipality, body: Organisation | None = None) -> Figure:
    """Recommendations with a reasoned answer within the promised deadline (domain.md 4.6).

    body  of one elected body alone
    """
    laid = Recommendation.objects.of(municipality)
    if body is not None:
        laid = laid.filter(formal_decision__body=body)
    today = timezone.localdate()
    return council_answer_rate(
        (
            Promised(promised_on, timezone.localdate(answered_at) if answered_at else None)
            for promised_on, answered_at in laid.values_list(
                "formal_decision__promised_on", "answered_at"
            )
        ),
        today=today,
    )


@once
def realisations_of(committee: Committee) -> list[Realisation]:
    """Who carries out what by when, the earliest planned first; one query."""
    planned: QuerySet[Realisation] = committee.realisations.select_related(
        "commitment__partner__organisation", "commitment__partner__person", "recommendation"
    )
    return list(planned.order_by("pk"))


def promise_behind(
    recommendation: Recommendation, realisations: Iterable[Realisation]
) -> Commitment | None:
    """The newest promise behind a recommendation, unless it was released."""
    found = None
    for one in realisations:
        is_released = one.commitment.status == Commitment.Status.RELEASED
        if one.recommendation_id == recommendation.pk and not is_released:
            found = one.commitment
    return found


def is_adopted(recommendation: Recommendation) -> bool:
    """Whether it was adopted, as it was or with changes."""
    return recommendation.answer in ADOPTING
