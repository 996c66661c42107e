"""The API with something behind every address: all tests here go to the database that is filled."""

import pytest

from samskap.api.tests.conftest import operations_at
from samskap.testing.databases import working_in


@pytest.fixture(scope="package", autouse=True)
def filled(filled_once, django_db_blocker):
    """Let all tests of this folder go to the database that is filled."""
    with django_db_blocker.unblock(), working_in(filled_once.url):
        yield filled_once


@pytest.fixture
def municipality(db, filled):
    """The municipality that answers where Django’s test client asks."""
    return filled.municipality


@pytest.fixture
def people(filled):
    """One person for each role of the municipality."""
    return filled.people


@pytest.fixture
def paths(filled):
    """Name of each operation → an address with something real behind it."""
    return operations_at(filled.paths)
