"""A municipality with something behind every address, and one person of each role.

All walks go through the same one. It is filled once, in a database of its own, and what a test
changes there is rolled back: a walk costs what it looks at, and no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.utils import translation

from samskap.people.models import Person
from samskap.testing.databases import migrated_copy, working_in
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import people_by_role
from samskap.testing.routes import addresses, all_samples

NOBODY = "nobody"  # whoever is not signed in


@dataclass(frozen=True)
class Filled:
    """What stands in the database of the walks."""

    paths: dict[str, str]  # route name → an address with something real behind it
    people: dict[str, Person]  # role → somebody of this municipality
    neighbours: dict[str, Person]  # role → somebody of another one, at neighbour.localhost


@pytest.fixture(scope="package")
def filled(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Filled]:
    """Fill a database once, and let all walks go there."""
    folder = tmp_path_factory.mktemp("filled")
    with (
        migrated_copy(folder, settings.DATABASE_URL) as url,
        working_in(url),
        django_db_blocker.unblock(),
    ):
        for cache in caches.all():
            cache.clear()
        with translation.override("en"), transaction.atomic():
            municipality = MunicipalityFactory()
            municipality.host_names.create(host="localhost")  # where a browser asks
            neighbour = MunicipalityFactory(host="neighbour.localhost", slug="neighbour")
            people = people_by_role(municipality)
            paths = addresses(all_samples(municipality, people))
            neighbours = people_by_role(neighbour)
        yield Filled(paths=paths, people=people, neighbours=neighbours)


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
