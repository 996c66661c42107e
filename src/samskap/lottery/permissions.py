"""Who may do what with lots."""

from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_facilitate
from samskap.lottery.models import Lot
from samskap.municipalities.models import Municipality
from samskap.people.models import Person, Role
from samskap.people.permissions import Reader, has_role

IMPORTING = (
    Role.Name.FACILITATOR,
    Role.Name.ADMINISTRATOR,
    Role.Name.EMPLOYEE,
    Role.Name.CASE_OFFICER,
)
STARTING = (*IMPORTING, Role.Name.LEADER)
WITNESSES = (*STARTING, Role.Name.POLITICIAN, Role.Name.DATA_PROTECTION_OFFICER)


def may_start(by: Reader, initiative: Initiative) -> bool:
    """The municipality’s own people, and those who facilitate the initiative."""
    return has_role(by, initiative.municipality, *STARTING) or may_facilitate(by, initiative)


def may_keep(by: Reader, lot: Lot) -> bool:
    """The stewards of the lot alone: what people answer is theirs to see and nobody else’s."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return lot.stewards.filter(pk=by.pk).exists()


def may_name_stewards(by: Reader, lot: Lot) -> bool:
    """Its stewards; and administrators, so that no lot is left alone."""
    return has_role(by, lot.municipality, Role.Name.ADMINISTRATOR) or may_keep(by, lot)


def may_witness(by: Reader, lot: Lot) -> bool:
    """Whoever holds an office in the municipality, and the stewards, type the numbers in."""
    return has_role(by, lot.municipality, *WITNESSES) or may_keep(by, lot)


def holds_office(person: Person, municipality: Municipality) -> bool:
    """Whether somebody can be made a steward here."""
    return has_role(person, municipality, *WITNESSES)
