"""What all walks lean on: they go through one municipality, which is filled once."""

from collections.abc import Iterator

import pytest
from django.test import Client

from samskap.testing.databases import working_in
from samskap.testing.filled import Filled

NOBODY = "nobody"  # whoever is not signed in


@pytest.fixture(scope="package")
def filled(filled_once, django_db_blocker) -> Iterator[Filled]:
    """Let all walks go to the database that is filled."""
    with django_db_blocker.unblock(), working_in(filled_once.url):
        yield filled_once


@pytest.fixture
def paths(filled):
    """Route name → an address with something real behind it."""
    return filled.paths


@pytest.fixture
def comes(filled):
    """Let somebody of a role come by: `comes("resident").get("/")`."""

    def come(role, *, people=filled.people):
        client = Client()
        if role != NOBODY:
            client.force_login(people[role])
        return client

    return come
