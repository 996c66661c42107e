"""Questions about turns."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from samskap.ledger.models import FateStatus
from samskap.people.models import Person
from samskap.rotas.models import Clearance, Duty, Requirement, Shift, Turn


def missing_requirements(duty: Duty, person: Person, on: date) -> list[Requirement]:
    """What a duty takes, and nobody has seen that this person meets on that day."""
    met = Clearance.objects.filter(
        Q(holds_until=None) | Q(holds_until__gte=on), person=person, ended_on=None
    )
    return list(duty.requirements.exclude(pk__in=met.values("requirement")))


def counted(turns: "QuerySet[Turn]") -> "QuerySet[Turn]":
    """Those that are done, and whose hours were not withdrawn in the ledger."""
    withdrawn = {"contribution__standing__status": FateStatus.WITHDRAWN}
    return turns.filter(status=Turn.Status.DONE).exclude(**withdrawn)


def ahead_on(duty: Duty) -> "QuerySet[Turn]":
    """Who has a duty on shifts ahead, the soonest first, without those who come along."""
    return (
        Turn.objects.filter(
            need__duty=duty,
            status__in=Turn.HOLDS,
            is_companion=False,
            shift__in=Shift.objects.ahead(),
        )
        .select_related("person", "shift")
        .order_by("shift__starts_at", "pk")
    )


def lacking(
    requirements: Iterable[Requirement], turns: Sequence[Turn], *, on: date | None = None
) -> list[tuple[Turn, list[str]]]:
    """Which of these turns are of somebody who lacks some of this on that day: the turn, the names.

    on  another day than that of the shift

    Whoever keeps the rota answers for those without an account. One question, however many turns.
    """
    wanted = {each.pk: each.name for each in requirements}
    people = {turn.person_id for turn in turns if turn.person_id}
    seen: dict[tuple[int, int], list[date | None]] = defaultdict(list)
    met = Clearance.objects.filter(requirement__in=wanted, person__in=people, ended_on=None)
    for key, person, until in met.values_list("requirement_id", "person_id", "holds_until"):
        seen[key, person].append(until)
    found = []
    for turn in turns:
        names = [
            name
            for key, name in wanted.items()
            if turn.person_id
            and not any(
                until is None or until >= (on or turn.shift.day)
                for until in seen[key, turn.person_id]
            )
        ]
        if names:
            found.append((turn, names))
    return found
