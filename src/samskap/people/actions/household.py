"""Households: people who live together say so, and count as one party."""

from django.db import transaction
from django.utils.crypto import get_random_string

from samskap.base.memory import remember
from samskap.people.errors import NoSuchHousehold
from samskap.people.models import Person

READABLE = "BCDFGHJKLMNPQRSTVWXZ23456789"  # nothing that looks like something else


@transaction.atomic
def start_household(*, by: Person) -> str:
    """Start a household; the others of it join with its code."""
    _set(by, get_random_string(10, READABLE))
    return by.household


@transaction.atomic
def join_household(*, by: Person, code: str) -> None:
    """Join the household with this code. Refuses with NoSuchHousehold."""
    plain = "".join(code.upper().replace("-", " ").split())
    if not plain or not Person.objects.filter(household=plain).exclude(household="").exists():
        raise NoSuchHousehold(code=code)
    _set(by, plain)


@transaction.atomic
def leave_household(*, by: Person) -> None:
    """Leave a household."""
    _set(by, "")


def _set(person: Person, code: str) -> None:
    """Write the household down, and remember that it changed, but not to what."""
    person.household = code
    person.save(update_fields=["household"])
    remember("people.household_changed", by=person.pseudonym_key, about=person)
