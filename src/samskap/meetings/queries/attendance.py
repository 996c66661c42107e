"""Reading who came."""

from collections.abc import Collection

from django.db.models import Count, Q

from samskap.initiatives.models import Initiative
from samskap.meetings.models import Event
from samskap.people.models import Person


def attendance_of(
    initiative: Initiative, persons: Collection[Person]
) -> list[tuple[Event, int, int]]:
    """How many of some people came to each event of an initiative, the first event first.

    Each is (event, came, asked). `asked` counts those of them of whom it was written down whether
    they came, so that nobody is held to account for what was before their time; events of which
    nothing is written down are left out.
    """
    of_them = Q(attendances__person__in=[person.pk for person in persons])
    rows = (
        Event.objects.filter(initiative=initiative, cancelled_at=None)
        .annotate(
            asked=Count("attendances", filter=of_them),
            came_of_them=Count("attendances", filter=of_them & Q(attendances__came=True)),
        )
        .filter(asked__gt=0)
        .order_by("starts_at", "pk")
    )
    return [(event, event.came_of_them, event.asked) for event in rows]
