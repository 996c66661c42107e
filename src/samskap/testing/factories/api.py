"""Factories for what is handed out as open data."""

from typing import Any

from django.utils import timezone
from factory import LazyFunction, SubFactory
from factory.django import DjangoModelFactory

from samskap.api.models import Archive
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.municipalities import MunicipalityFactory


class ArchiveFactory(DjangoModelFactory):
    """An archive that was made just now, and whose file is gone."""

    class Meta:
        model = Archive

    municipality = SubFactory(MunicipalityFactory)
    made_at = LazyFunction(timezone.now)
    path = "open-data/gone.zip"
    size = 1_000_000
    digest = "0" * 64
    rows: dict[str, int] = {"initiatives": 12, "ideas": 3400}


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[Any]]:
    """No address of open data names a row of its own; the page tells of the archive."""
    ArchiveFactory(municipality=municipality)
    return {}
