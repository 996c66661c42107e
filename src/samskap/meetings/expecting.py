"""Whom other modules expect at a meeting: a committee its members."""

from samskap.base.modules import announced
from samskap.meetings.models import Event
from samskap.people.models import Person


def expected_by_modules(event: Event) -> list[Person]:
    """Whom other modules expect at the meetings of the initiative."""
    return [person for expects in announced("expects") for person in expects(event.initiative)]
