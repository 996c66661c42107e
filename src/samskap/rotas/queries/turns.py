"""Questions about turns."""

from datetime import date

from django.db.models import Q

from samskap.people.models import Person
from samskap.rotas.models import Clearance, Duty, Requirement


def missing_requirements(duty: Duty, person: Person, on: date) -> list[Requirement]:
    """What a duty takes, and nobody has seen that this person meets on that day."""
    met = Clearance.objects.filter(
        Q(holds_until=None) | Q(holds_until__gte=on), person=person, ended_on=None
    )
    return list(duty.requirements.exclude(pk__in=met.values("requirement")))
