"""Who may do what with events."""

from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_change as may_lead
from samskap.ledger.hands import hands_of
from samskap.meetings.models import Event
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, level_of

LEAST_LEVEL = Level.REACHABLE  # whoever comes can be told that it is called off


def may_announce(by: Reader, initiative: Initiative) -> bool:
    """Anyone whom we can reach, as long as the initiative is open: nobody asks leave to begin."""
    return initiative.is_open and level_of(by) >= LEAST_LEVEL


def may_come(by: Reader) -> bool:
    """Anyone whom we can reach."""
    return level_of(by) >= LEAST_LEVEL


def may_hold(by: Reader, event: Event) -> bool:
    """Whoever holds it, those who speak for the organisation that does, and who lead."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    if event.giver.person_id == by.pk or may_lead(by, event.initiative):
        return True
    return event.speaking_for_id is not None and any(
        choice.organisation and choice.organisation.pk == event.speaking_for_id
        for choice in hands_of(by, event.municipality)
    )
