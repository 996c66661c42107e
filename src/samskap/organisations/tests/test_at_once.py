"""What two people do with an organisation at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from samskap.base.refusals import Refusal
from samskap.organisations import actions
from samskap.organisations.models import JoinRequest, Membership, Organisation
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.organisations import AdministratorFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Do all acts at the same moment, each in its own thread; name each refusal."""
    ready = Barrier(len(acts))

    def do(act):
        try:
            ready.wait()
            act()
        except Refusal as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as threads:
        return sorted(threads.map(do, acts))


def test_one_name_is_registered_once():
    municipality, ada, bo = MunicipalityFactory(), PersonFactory(), PersonFactory()

    def register(person):
        return lambda: actions.register(
            municipality=municipality, by=person, name="Shore", kind="association"
        )

    assert at_once(register(ada), register(bo)) == ["NameIsTaken", "done"]
    assert Organisation.objects.count() == 1


def test_one_request_is_made_once_and_answered_once():
    shore, ada = OrganisationFactory(), PersonFactory()
    chiefs = [AdministratorFactory(organisation=shore).person for _each in range(2)]

    def ask():
        actions.ask_to_join(organisation=shore, by=ada)

    assert at_once(ask, ask) == ["AlreadyAsked", "done"]
    request = JoinRequest.objects.get()

    def accept(chief):
        return lambda: actions.accept(request=request, by=chief)

    assert at_once(*map(accept, chiefs)) == ["RequestIsAnswered", "done"]
    assert Membership.objects.running().filter(person=ada).count() == 1


def test_the_last_two_who_look_after_it_cannot_leave_together():
    shore = OrganisationFactory()
    chiefs = [AdministratorFactory(organisation=shore) for _each in range(2)]
    member = actions.accept(
        request=actions.ask_to_join(organisation=shore, by=PersonFactory()), by=chiefs[0].person
    )

    def leave(membership):
        return lambda: actions.end_membership(membership=membership, by=membership.person)

    assert at_once(*map(leave, chiefs)) == ["LastAdministrator", "done"]
    assert set(Membership.objects.running()) > {member}


def test_two_organisations_cannot_become_part_of_each_other():
    municipality = MunicipalityFactory()
    shore, quay = (OrganisationFactory(municipality=municipality) for _each in range(2))
    chief_of = {each: AdministratorFactory(organisation=each).person for each in (shore, quay)}

    def join(part, whole):
        return lambda: actions.change(
            organisation=part, by=chief_of[part], name=part.name, kind=part.kind, parent=whole
        )

    assert at_once(join(shore, quay), join(quay, shore)) == ["ParentMakesACircle", "done"]
