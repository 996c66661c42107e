"""A municipality with something behind every address, and one person of each role."""

import pytest

from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import people_by_role
from samskap.testing.routes import addresses, all_samples


@pytest.fixture
def people(municipality):
    """One person for each role of the municipality."""
    return people_by_role(municipality)


@pytest.fixture
def paths(municipality, people):
    """Route name → an address with something real behind it."""
    return addresses(all_samples(municipality, people))


@pytest.fixture
def neighbour(municipality):
    """Another municipality of the same instance."""
    return MunicipalityFactory(host="neighbour.localhost", slug="neighbour")
