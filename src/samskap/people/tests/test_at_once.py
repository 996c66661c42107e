"""What two people do at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from samskap.people import actions
from samskap.people.errors import LastAdministrator, NotYoursToGive, RoleIsHeld
from samskap.people.models import Person, Role
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, person_with


def at_once(*acts):
    """Do all acts at the same moment, each in its own thread; give what each returned or raised."""
    ready = Barrier(len(acts))

    def do(act):
        try:
            ready.wait()
            return act()
        except (LastAdministrator, NotYoursToGive, RoleIsHeld) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(do, acts))


@pytest.mark.django_db(transaction=True)
def test_two_administrators_cannot_end_each_other():
    municipality = MunicipalityFactory()
    ada, bo = (person_with("administrator", municipality) for _person in range(2))
    role_of = {person: person.roles.select_related("municipality").get() for person in (ada, bo)}

    at_once(
        lambda: actions.end_role(role=role_of[bo], by=ada),
        lambda: actions.end_role(role=role_of[ada], by=bo),
    )

    administrators = Role.objects.filter(role="administrator").held_on(timezone.localdate())
    assert administrators.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_address_confirmed_twice_at_once_makes_one_account():
    municipality = MunicipalityFactory()

    def confirm():
        return actions.confirm_address(email="ada@example.org", municipality=municipality)

    first, second = at_once(confirm, confirm)

    assert first == second
    assert Person.objects.count() == 1
    assert Role.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_role_pressed_twice_is_given_once():
    municipality, bo = MunicipalityFactory(), PersonFactory()

    def give():
        return actions.give_role(person=bo, role="leader", municipality=municipality, by=None)

    outcomes = at_once(give, give)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Role", "RoleIsHeld"]
    assert Role.objects.count() == 1
