"""What two administrators do at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from samskap.base.refusals import Refusal
from samskap.municipalities import actions
from samskap.municipalities.models import HostName
from samskap.testing.factories.municipalities import HostNameFactory, MunicipalityFactory

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


def administrator_of(municipality):
    email = f"admin@{municipality.slug}.example"
    actions.name_administrator(municipality=municipality, email=email)
    return get_user_model().objects.get(email=email)


def test_one_address_leads_to_one_municipality():
    both = [MunicipalityFactory(host="") for _each in range(2)]
    chiefs = [administrator_of(each) for each in both]

    def take(municipality, chief):
        return lambda: actions.add_host(municipality=municipality, host="shore.example", by=chief)

    assert at_once(*map(take, both, chiefs)) == ["HostIsTaken", "done"]
    assert HostName.objects.count() == 1


def test_the_last_two_addresses_cannot_be_taken_away_together():
    municipality = MunicipalityFactory()
    chief = administrator_of(municipality)
    hosts = [HostName.objects.get(), HostNameFactory(municipality=municipality)]

    def remove(host):
        return lambda: actions.remove_host(host=host, by=chief)

    assert at_once(*map(remove, hosts)) == ["LastHostName", "done"]
    assert HostName.objects.filter(is_primary=True).count() == 1


def test_one_address_is_the_primary_whoever_was_first():
    municipality = MunicipalityFactory()
    chief = administrator_of(municipality)
    hosts = [HostNameFactory(municipality=municipality) for _each in range(2)]

    def choose(host):
        return lambda: actions.make_primary(host=host, by=chief)

    assert at_once(*map(choose, hosts)) == ["done", "done"]
    assert HostName.objects.filter(is_primary=True).count() == 1
