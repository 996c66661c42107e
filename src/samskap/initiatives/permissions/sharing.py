"""Who may ask another municipality to take part, and who answers for it."""

from samskap.initiatives.models import Initiative, Sharing
from samskap.initiatives.permissions.initiative import KEEPERS, may_change
from samskap.municipalities.models import Municipality
from samskap.people.models import Person, Role
from samskap.people.permissions import Reader, has_role


def may_share(by: Reader, initiative: Initiative) -> bool:
    """Those who carry the initiative, at home."""
    return may_change(by, initiative)


def may_answer_for(by: Reader, municipality: Municipality) -> bool:
    """The leaders and facilitators of the municipality that is asked."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return has_role(by, municipality, *KEEPERS, Role.Name.LEADER)


def may_end(by: Reader, sharing: Sharing) -> bool:
    """Both ends: those who carry the initiative, and those who answer for the other."""
    return may_share(by, sharing.initiative) or may_answer_for(by, sharing.municipality)
