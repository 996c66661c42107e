"""Who may lay recommendations before an elected body, and who answers them."""

from django.contrib.auth.models import AnonymousUser

from samskap.initiatives.models import FormalDecision, Initiative
from samskap.initiatives.models.formal import ANSWERING
from samskap.initiatives.permissions.initiative import may_change
from samskap.organisations.models import Membership
from samskap.people.models import Person
from samskap.people.permissions import has_role


def may_lay(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """Those who carry the initiative."""
    return may_change(by, initiative)


def may_answer(by: Person | AnonymousUser, formal: FormalDecision) -> bool:
    """Elected representatives, case officers and leaders who belong to the body."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    if not has_role(by, formal.municipality, *ANSWERING):
        return False
    belongs = Membership.objects.of(formal.municipality).filter(person=by, ended_at=None)
    return belongs.filter(organisation_id=formal.body_id).exists()
