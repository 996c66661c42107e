"""Makes areas, borders and figures of population for tests."""

import datetime
from typing import Any

import factory

from samskap.municipalities.models import Municipality
from samskap.places.models import Area, Border, Population
from samskap.testing.factories.municipalities import MunicipalityFactory

SQUARE = [[[[14.0, 67.0], [15.0, 67.0], [15.0, 68.0], [14.0, 68.0], [14.0, 67.0]]]]


class AreaFactory(factory.django.DjangoModelFactory):
    """A village."""

    class Meta:
        model = Area

    municipality = factory.SubFactory(MunicipalityFactory)
    kind = Area.Kind.VILLAGE
    name = factory.Sequence(lambda n: f"Village {n:04}")
    slug = factory.Sequence(lambda n: f"village-{n}")
    parent = None


class BorderFactory(factory.django.DjangoModelFactory):
    """A border of one degree by one, valid since 2020."""

    class Meta:
        model = Border

    area = factory.SubFactory(AreaFactory)
    municipality = factory.SelfAttribute("area.municipality")
    valid_from = datetime.date(2020, 1, 1)
    shape = factory.LazyFunction(lambda: {"type": "MultiPolygon", "coordinates": SQUARE})
    west, south, east, north = 14.0, 67.0, 15.0, 68.0
    source = "Kartverket"


class PopulationFactory(factory.django.DjangoModelFactory):
    """A hundred people of all ages."""

    class Meta:
        model = Population

    area = factory.SubFactory(AreaFactory)
    municipality = factory.SelfAttribute("area.municipality")
    counted_on = datetime.date(2025, 1, 1)
    persons = 100
    source = "Statistics Norway"


def samples(municipality: Municipality, people: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Name an object for each address that needs one."""
    return {}
