"""Reading recommendations: where each stands, and what the elected body said."""

from django.db.models import Prefetch, QuerySet

from samskap.committees.models import Committee, Motion, Recommendation
from samskap.committees.queries.motions import with_votes
from samskap.municipalities.models import Municipality

Status = Recommendation.Status


def recommendations_in(municipality: Municipality) -> QuerySet[Recommendation]:
    """Every recommendation of a municipality, with its motions and its answer read along."""
    return with_motions(Recommendation.objects.of(municipality))


def with_motions(found: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
    """These recommendations, each with its motions, the oldest first, and its answer."""
    return found.select_related(
        "committee__initiative__account",
        "committee__municipality",
        "committee__body",
        "proposed_by__person",
        "proposed_by__giver",
        "laid_as__formal_decision",
        "contribution__standing",
    ).prefetch_related(Prefetch("motions", with_votes(Motion.objects.all())))


def answered_along(committee: Committee) -> QuerySet[Recommendation]:
    """The recommendations of one committee with what a list of them shows."""
    found: QuerySet[Recommendation] = committee.recommendations.select_related(
        "laid_as", "proposed_by__person", "proposed_by__giver"
    )
    return found


def to_deliver(committee: Committee) -> list[Recommendation]:
    """What the committee agreed on, and has not laid before the elected body."""
    found = committee.recommendations.filter(status=Status.RECOMMENDED, laid_as=None)
    return list(found.order_by("number"))
