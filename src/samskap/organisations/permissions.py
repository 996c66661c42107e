"""Who may do what with organisations."""

from datetime import date

from django.utils import timezone

from samskap.organisations.models import Organisation
from samskap.people.models import Person


def may_speak_for(person: Person, organisation: Organisation, on: date | None = None) -> bool:
    """Whoever holds a mandate from it that is valid on the day (today)."""
    day = on or timezone.localdate()
    return organisation.memberships.filter(
        person=person,
        ended_at=None,
        may_speak=True,
        mandate_from__lte=day,
        mandate_until__gte=day,
    ).exists()
