"""Who may see and do what at the desk."""

from samskap.desk.models import Charge
from samskap.ideas.permissions import ANSWERING_ROLES
from samskap.municipalities.models import Municipality
from samskap.people.models import Person, Role
from samskap.people.permissions import has_role


def may_see_errands(by: Person, municipality: Municipality) -> bool:
    """Those who answer for the municipality see all errands."""
    return has_role(by, municipality, *ANSWERING_ROLES)


def has_errands(by: Person, municipality: Municipality) -> bool:
    """Those who see all, and whoever was handed something."""
    return (
        may_see_errands(by, municipality)
        or Charge.objects.of(municipality).filter(person=by).exists()
    )


def may_keep_wordings(by: Person, municipality: Municipality) -> bool:
    """Those who answer for the municipality keep the prepared answers."""
    return may_see_errands(by, municipality)


def may_set_limits(by: Person, municipality: Municipality) -> bool:
    """Administrators say how much one person should carry."""
    return has_role(by, municipality, Role.Name.ADMINISTRATOR)
