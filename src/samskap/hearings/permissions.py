"""Who may do what with hearings."""

from samskap.hearings.models import Hearing, HearingStatement
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import KEEPERS, may_facilitate
from samskap.municipalities.models import Municipality
from samskap.people.models import Person, Role
from samskap.people.permissions import Reader, has_role

STEWARDS = (*KEEPERS, Role.Name.CASE_OFFICER, Role.Name.LEADER)


def may_plan(by: Reader, initiative: Initiative) -> bool:
    """Case officers, leaders, and those who facilitate the initiative: the public side hears."""
    if not isinstance(by, Person):
        return False
    return may_steward_in(by, initiative.municipality) or may_facilitate(by, initiative)


def may_steward_in(by: Reader, municipality: Municipality) -> bool:
    """Those who look after hearings in a municipality."""
    return has_role(by, municipality, *STEWARDS)


def may_steward(by: Reader, hearing: Hearing) -> bool:
    """Those who look after a hearing: they read everything that comes in, and answer it."""
    return may_plan(by, hearing.initiative)


def may_see(by: Reader, hearing: Hearing) -> bool:
    """Everybody, once it is open; before that those who look after it."""
    return hearing.is_public or may_steward(by, hearing)


def gave_it(by: Reader, statement: HearingStatement) -> bool:
    """Whoever gave a statement."""
    return isinstance(by, Person) and statement.contribution.giver.person_id == by.pk


def may_read_whole(by: Reader, statement: HearingStatement) -> bool:
    """Whoever gave it, and those who look after the hearing; the attachment too."""
    return gave_it(by, statement) or may_steward(by, statement.hearing)
