"""Who may decide what, and how."""

from django.contrib.auth.models import AnonymousUser

from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import is_partner, may_change, raised_it
from samskap.ledger.models import Side
from samskap.people.models import Person, Role
from samskap.people.permissions import has_role

RESPONSIBLE = (Role.Name.LEADER, Role.Name.POLITICIAN)


def may_open_decision(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """Those who carry the initiative put questions to the partners, and close them."""
    return may_change(by, initiative)


def may_decide_alone(by: Person | AnonymousUser, initiative: Initiative, side: str) -> bool:
    """Who holds the power of one side alone.

    On the public side leaders and elected representatives, and staff who carry the initiative;
    on the other side whoever raised it, and its partners.
    """
    if not isinstance(by, Person) or not by.is_active:
        return False
    if side == Side.PUBLIC:
        return has_role(by, initiative.municipality, *RESPONSIBLE) or may_change(by, initiative)
    return raised_it(by, initiative) or is_partner(by, initiative)
