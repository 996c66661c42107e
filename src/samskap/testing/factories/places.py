"""Makes areas, borders and figures of population for tests."""

import datetime
from typing import Any

import factory

from samskap.municipalities.models import Municipality
from samskap.places.models import OLDEST, Area, Border, Population
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
    """Make an object for each address that needs one: a whole area, and an empty one."""
    top = AreaFactory(municipality=municipality, kind=Area.Kind.MUNICIPALITY, name="Fjordvik")
    area = AreaFactory(municipality=municipality, parent=top, name="Storvika")
    BorderFactory(
        area=area, valid_from=datetime.date(2010, 1, 1), valid_to=datetime.date(2020, 1, 1)
    )
    BorderFactory(area=area, is_drawn=True, source="Drawn after the map of 2020")
    for sex, persons in (("women", 60), ("men", 55)):
        for age_from, age_to in ((0, 19), (20, 64), (65, OLDEST)):
            for year in (2024, 2025):
                PopulationFactory(
                    area=area,
                    sex=sex,
                    persons=persons,
                    age_from=age_from,
                    age_to=age_to,
                    counted_on=datetime.date(year, 1, 1),
                )
    both = [{"slug": area.slug}, {"slug": top.slug}]
    return {
        "places:area": both,
        "places:border": both,
        "places:population": both,
        "places:edit": both,
        "places:draw": both,
        "api:one_area": both,
    }
