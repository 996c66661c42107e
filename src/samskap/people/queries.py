"""Questions about people."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone

from samskap.municipalities.models import Municipality
from samskap.people.models import Person, Role


def roles_of(
    person: Person | AnonymousUser | None, municipality: Municipality | None
) -> frozenset[str]:
    """The roles that a person has in a municipality today: none for whoever is not signed in."""
    if person is None or not person.is_authenticated:
        return frozenset()
    return person.roles_in(municipality)


def people_with_role(municipality: Municipality, *roles: str) -> QuerySet[Person]:
    """Everybody who has one of these roles today."""
    held = Role.objects.of(municipality).filter(role__in=roles).held_on(timezone.localdate())
    return Person.objects.filter(pk__in=held.values("person"), is_active=True)


def roles_held(municipality: Municipality) -> QuerySet[Role]:
    """Every role that somebody has today, with its person."""
    held = Role.objects.of(municipality).held_on(timezone.localdate())
    return held.select_related("person", "given_by")


def age_of(person: Person, on: date | None = None) -> int | None:
    """How old a person is, in whole years; None where the person has not told."""
    return person.age_on(on or timezone.localdate())


def language_of(person: Person, municipality: Municipality) -> str:
    """The language to speak to a person in: their own choice, else the municipality’s first."""
    return person.language_in(municipality)
