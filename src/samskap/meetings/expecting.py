"""Whom other modules expect at a meeting: a committee its members."""

from samskap.base.modules import announced
from samskap.ledger.models import Giver
from samskap.meetings.models import Event
from samskap.people.models import Person

NAMELESS = frozenset({Event.Kind.CULTURE, Event.Kind.GAMES})  # nobody needs to know who comes


def expected_by_modules(event: Event) -> list[Person]:
    """Whom other modules expect at the meetings of the initiative."""
    return [person for expects in announced("expects") for person in expects(event.initiative)]


def guests_expected(event: Event) -> dict[Giver, str]:
    """Whom other modules expect at the meetings of the initiative, and who have no account.

    Each with the name to show. At an event to which people come without a name nobody is expected.
    """
    if event.kind in NAMELESS:
        return {}
    announced_here = announced("expects_guests")
    return {giver: name for expects in announced_here for giver, name in expects(event.initiative)}
