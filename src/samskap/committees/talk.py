"""Recommendations of committees as something to talk about."""

from samskap.committees.models import Recommendation
from samskap.committees.queries.recommendations import recommendations_in
from samskap.conversations.hosts import Subject
from samskap.municipalities.models import Municipality


def recommendation_at(municipality: Municipality, key: int) -> Subject | None:
    """Find a recommendation to talk about."""
    found: Recommendation | None = recommendations_in(municipality).filter(pk=key).first()
    return about_recommendation(found) if found else None


def about_recommendation(recommendation: Recommendation) -> Subject:
    """Describe a recommendation; whoever proposed it hears what is said."""
    member = recommendation.proposed_by
    return Subject(
        initiative=recommendation.committee.initiative,
        kind="recommendation",
        key=recommendation.pk,
        label=str(recommendation),
        language=recommendation.committee.language,
        path=recommendation.get_absolute_url(),
        author=member.person if member else None,
    )
