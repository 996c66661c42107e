"""A municipality with something behind every address, and one person of each role.

It is filled once for each worker, in a database of its own; a package of tests goes there, and what
a test changes is rolled back: it costs what it looks at, and no more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.utils import translation

from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.databases import migrated_copy, working_in
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import people_by_role
from samskap.testing.routes import addresses, all_samples


@dataclass(frozen=True)
class Filled:
    """What stands in that database."""

    url: str  # the address of the database
    municipality: Municipality  # at testserver and localhost
    paths: dict[str, str]  # route name → an address with something real behind it
    people: dict[str, Person]  # role → somebody of this municipality
    neighbours: dict[str, Person]  # role → somebody of another one, at neighbour.localhost


@contextmanager
def filled_database(folder: Path) -> Iterator[Filled]:
    """Fill a database; drop it afterwards. It has to be turned to with `working_in(found.url)`."""
    with migrated_copy(folder, settings.DATABASE_URL) as url:
        with working_in(url):
            for cache in caches.all():
                cache.clear()
            with translation.override("en"), transaction.atomic():
                municipality = MunicipalityFactory()
                municipality.host_names.create(host="localhost")  # where a browser asks
                neighbour = MunicipalityFactory(host="neighbour.localhost", slug="neighbour")
                people = people_by_role(municipality)
                paths = addresses(all_samples(municipality, people))
                neighbours = people_by_role(neighbour)
        yield Filled(url, municipality, paths, people, neighbours)
