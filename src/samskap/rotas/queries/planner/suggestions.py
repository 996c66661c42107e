"""What a plan suggests, and what it would mean for each."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.rotas.models import Plan, Shift, Suggestion, Turn
from samskap.rotas.queries.planner.days import shifts_between


def suggestions_of(plan: Plan) -> "QuerySet[Suggestion]":
    """All suggestions of a plan, soonest shift first."""
    return plan.suggestions.select_related("person", "need__duty", "need__shift").order_by(
        "need__shift__starts_at", "need", "pk"
    )


def suggested_to(person: Person, municipality: Municipality) -> "QuerySet[Suggestion]":
    """What somebody is asked to take and has not answered, soonest first."""
    suggestions: QuerySet[Suggestion] = Suggestion.objects.of(municipality)
    return (
        suggestions.filter(
            person=person,
            status=Suggestion.Status.SUGGESTED,
            plan__asked_at__isnull=False,
            plan__put_away_at=None,
            need__shift__starts_at__gt=timezone.now(),
            need__shift__cancelled_at=None,
        )
        .select_related("plan__rota", "need__duty", "need__shift__rota")
        .order_by("need__shift__starts_at", "pk")
    )


def hours_after(plan: Plan, given: Iterable[tuple[int, Shift]]) -> dict[int, float]:
    """Hours of each helper in a plan’s days, if all that it suggests were taken."""
    hours: dict[int, float] = {
        helper.person_id: 0.0 for helper in plan.rota.helpers.filter(left_at=None, is_staff=False)
    }
    taken = Turn.objects.filter(
        shift__in=shifts_between(plan.rota, plan.first_on, plan.last_on),
        status__in=Turn.HOLDS,
        is_companion=False,
        person__in=hours,
    ).select_related("shift")
    for turn in taken:
        hours[turn.person_id or 0] += turn.shift.minutes / 60
    for person, shift in given:
        if person in hours:
            hours[person] += shift.minutes / 60
    return hours
