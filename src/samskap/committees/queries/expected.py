"""Whom a committee expects at the meetings of its initiative."""

from samskap.initiatives.models import Initiative
from samskap.people.models import Person


def expected_at_meetings(initiative: Initiative) -> list[Person]:
    """Everybody who sits in the committee of an initiative and has an account; one query."""
    seated = Person.objects.filter(
        sits_in__committee__initiative=initiative,
        sits_in__until=None,
        sits_in__is_substitute=False,
        is_active=True,
    )
    return list(seated.distinct().order_by("pk"))
