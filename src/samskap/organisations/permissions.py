"""Who may do what with organisations.

An organisation is looked after by those of its members who are its administrators. What stands on
the public side is looked after by the municipality’s administrators too. Nobody in the
municipality gives a mandate for an organisation on another side: it would not be independent.
"""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person, Role
from samskap.people.permissions import Reader, has_role


def may_speak_for(
    person: Person | AnonymousUser, organisation: Organisation, on: date | None = None
) -> bool:
    """Whoever holds a mandate from it that is valid on the day (today)."""
    if not isinstance(person, Person) or not person.is_active:
        return False
    speaking = organisation.memberships.speaking_on(on or timezone.localdate())
    return bool(speaking.filter(person=person).exists())


def may_register(by: Reader, municipality: Municipality, kind: str) -> bool:
    """Anyone registers their own; administrators register public units, council and committees."""
    if kind in Organisation.PUBLIC_KINDS:
        return has_role(by, municipality, Role.Name.ADMINISTRATOR)
    return isinstance(by, Person) and by.is_active


def is_administrator_of(by: Reader, organisation: Organisation) -> bool:
    """Say whether a person is one of the organisation’s own administrators."""
    if not isinstance(by, Person):
        return False
    running = organisation.memberships.running()
    return bool(running.filter(person=by, is_administrator=True).exists())


def may_look_after(by: Reader, organisation: Organisation) -> bool:
    """Those who keep its page, answer requests, give and end mandates."""
    if organisation.is_public and has_role(by, organisation.municipality, Role.Name.ADMINISTRATOR):
        return True
    return is_administrator_of(by, organisation)


def is_orphaned(organisation: Organisation) -> bool:
    """Say whether no member looks after it any more."""
    return not organisation.memberships.running().filter(is_administrator=True).exists()


def may_let_in(by: Reader, organisation: Organisation) -> bool:
    """Those who answer requests: where nobody looks after it, the municipality’s administrators."""
    return may_look_after(by, organisation) or (
        has_role(by, organisation.municipality, Role.Name.ADMINISTRATOR)
        and is_orphaned(organisation)
    )


def may_give_mandate(by: Reader, organisation: Organisation) -> bool:
    """Those who look after it; never the municipality for an organisation on another side."""
    return may_look_after(by, organisation)


def may_see_speakers(by: Reader, organisation: Organisation) -> bool:
    """Everyone sees who may speak; of a faith community only its members do (GDPR art. 9)."""
    if not organisation.is_sensitive:
        return True
    if not isinstance(by, Person):
        return False
    return bool(organisation.memberships.running().filter(person=by).exists())
