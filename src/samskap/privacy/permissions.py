"""Who may see and do what about privacy."""

from samskap.municipalities.models import Municipality
from samskap.people.models import Role
from samskap.people.permissions import Reader, has_role

OFFICE = (Role.Name.DATA_PROTECTION_OFFICER, Role.Name.ADMINISTRATOR)


def may_see_the_office(by: Reader, municipality: Municipality) -> bool:
    """The data protection officer and administrators see how privacy is kept here."""
    return has_role(by, municipality, *OFFICE)


def may_see_sights(by: Reader, municipality: Municipality) -> bool:
    """Only the data protection officer sees who of the staff looked at what."""
    return has_role(by, municipality, Role.Name.DATA_PROTECTION_OFFICER)


def may_change_rules(by: Reader, municipality: Municipality) -> bool:
    """Administrators and the data protection officer say how long things are kept."""
    return has_role(by, municipality, *OFFICE)


def may_forget_givers(by: Reader, municipality: Municipality) -> bool:
    """The data protection officer and administrators forget those who gave on paper."""
    return has_role(by, municipality, *OFFICE)
