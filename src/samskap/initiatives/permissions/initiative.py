"""Who may raise, change and lead an initiative."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from samskap.initiatives.models import Initiative, Partner
from samskap.municipalities.models import Municipality
from samskap.people.models import Level, Person, Role
from samskap.people.permissions import has_role

KEEPERS = (Role.Name.FACILITATOR, Role.Name.ADMINISTRATOR)


def may_raise(by: Person | AnonymousUser) -> bool:
    """Anyone we can answer may raise an initiative, whatever their age."""
    return isinstance(by, Person) and by.is_active and by.level >= Level.REACHABLE


def is_partner(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """Whether somebody takes part as a partner, for themselves or for an organisation."""
    if not isinstance(by, Person):
        return False
    theirs = Q(person=by) | Q(contact=by)
    return initiative.partners.filter(theirs, status=Partner.Status.JOINED).exists()


def may_facilitate(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """Facilitators of the initiative, and facilitators and administrators of the municipality."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return (
        has_role(by, initiative.municipality, *KEEPERS)
        or initiative.facilitators.filter(pk=by.pk).exists()
    )


def may_change(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """Whoever raised it, its partners, and those who facilitate it."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return (
        initiative.raised_by_id == by.pk
        or may_facilitate(by, initiative)
        or is_partner(by, initiative)
    )


def may_take_steps(by: Person | AnonymousUser, initiative: Initiative) -> bool:
    """The same people as may change it: the process belongs to those who carry it."""
    return may_change(by, initiative)


def may_keep_topics(by: Person | AnonymousUser, municipality: Municipality) -> bool:
    """Facilitators and administrators keep the list of topics."""
    return isinstance(by, Person) and has_role(by, municipality, *KEEPERS)
