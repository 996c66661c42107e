"""Who may do what with figures. Everybody may read them."""

from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_change
from samskap.people.models import Level, Person
from samskap.people.permissions import Reader, level_of

LEAST_LEVEL = Level.REACHABLE


def may_contest(by: Reader) -> bool:
    """Anyone who can be answered."""
    return level_of(by) >= LEAST_LEVEL


def may_answer_contest(by: Person, initiative: Initiative) -> bool:
    """Those who lead the initiative."""
    return may_change(by, initiative)
