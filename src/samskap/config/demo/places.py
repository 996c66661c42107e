"""The land of Fjordvik: four areas around an invented fjord, and who lives there."""

from datetime import date
from itertools import pairwise
from random import Random

from samskap.config.demo import clock
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.places.actions.areas import add_area
from samskap.places.actions.borders import draw_border
from samskap.places.actions.population import set_population
from samskap.places.formats.counts import Count
from samskap.places.models import Area

SOURCE = "Oppdiktet for demonstrasjonen"
CODE = "9999"
Point = tuple[float, float]

# Longitude and latitude of the corners. The place lies in the open sea: nobody lives there.
CORNERS: dict[str, Point] = {
    "northwest": (4.00, 62.105),
    "north": (4.25, 62.145),
    "northern": (4.50, 62.165),
    "northeast": (4.72, 62.125),
    "east": (4.76, 61.985),
    "southeast": (4.66, 61.885),
    "south": (4.40, 61.865),
    "southwest": (4.12, 61.905),
    "south of the mouth": (4.03, 61.975),
    "south shore": (4.25, 61.995),
    "head": (4.47, 62.012),
    "north shore": (4.27, 62.048),
    "north of the mouth": (4.04, 62.055),
}
LAND_LINES = frozenset({("north", "north shore"), ("northern", "head"), ("southeast", "head")})
RING_OF: dict[str, tuple[str, ...]] = {
    "nesset": ("northwest", "north", "north shore", "north of the mouth"),
    "sentrum": ("north", "northern", "head", "north shore"),
    "dalen": ("northern", "northeast", "east", "southeast", "head"),
    "strand": ("head", "southeast", "south", "southwest", "south of the mouth", "south shore"),
    "fjordvik": tuple(CORNERS),
}
AREAS: tuple[tuple[str, str, str, str], ...] = (  # key, name, kind, code
    ("sentrum", "Sentrum", "district", "999901"),
    ("nesset", "Nesset", "district", "999902"),
    ("strand", "Strand", "village", "999903"),
    ("dalen", "Dalen", "village", "999904"),
)
AGES = ((0, 12), (13, 17), (18, 29), (30, 44), (45, 66), (67, 79), (80, 150))
WOMEN_AND_MEN: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "999901": ((262, 108, 331, 402, 521, 214, 96), (281, 115, 318, 389, 497, 196, 61)),
    "999902": ((141, 62, 97, 188, 343, 201, 88), (150, 66, 104, 179, 350, 190, 63)),
    "999903": ((118, 51, 63, 142, 248, 139, 71), (109, 57, 70, 131, 259, 148, 49)),
    "999904": ((74, 33, 38, 81, 161, 84, 42), (80, 36, 47, 90, 170, 92, 33)),
}


def lay_out(municipality: Municipality, by: Person) -> dict[str, Area]:
    """Add the areas with their borders and their residents."""
    whole = add_area(
        municipality=municipality, kind="municipality", name="Fjordvik", code=CODE, by=by
    )
    area_of = {"fjordvik": whole}
    for key, name, kind, code in AREAS:
        area_of[key] = add_area(
            municipality=municipality, kind=kind, name=name, code=code, parent=whole, by=by
        )
    area_of["fjellhagen"] = add_area(
        municipality=municipality,
        kind="estate",
        name="Fjellhagen borettslag",
        parent=area_of["sentrum"],
        by=by,
    )
    for key, corners in RING_OF.items():
        draw_border(
            area=area_of[key],
            shape=[[ring(corners)]],
            valid_from=date(2020, 1, 1),
            source=SOURCE,
            by=by,
        )
    set_population(counts(), municipalities=[municipality], source=SOURCE, by=by)
    return area_of


def ring(corners: tuple[str, ...]) -> list[list[float]]:
    """Draw the line around an area; neighbours share theirs, point by point."""
    points = [
        point
        for here, there in zip(corners, (*corners[1:], corners[0]), strict=True)
        for point in _line(here, there)
    ]
    return [list(point) for point in (*points, points[0])]


def _line(here: str, there: str) -> list[Point]:
    """Every point from one corner to the next, without the last."""
    first, last = sorted((here, there))
    on_land = (here, there) in LAND_LINES or (there, here) in LAND_LINES
    rough = _roughen(
        [CORNERS[first], CORNERS[last]],
        steps=3 if on_land else 4,
        sway=0.05 if on_land else 0.11,
        chance=Random(f"{first}–{last}"),  # noqa: S311 - a coast, not a secret
    )
    return rough[:-1] if here == first else rough[:0:-1]


def _roughen(points: list[Point], *, steps: int, sway: float, chance: Random) -> list[Point]:
    """Move the middle of each stretch aside, again and again, as a coast looks."""
    for _step in range(steps):
        finer = points[:1]
        for (west, south), (east, north) in pairwise(points):
            aside = chance.uniform(-sway, sway)
            # A degree of longitude is about half as long as one of latitude up here.
            middle = (
                (west + east) / 2 + aside * (north - south) * 2,
                (south + north) / 2 - aside * (east - west) / 2,
            )
            finer += [(round(middle[0], 5), round(middle[1], 5)), (east, north)]
        points = finer
    return points


def counts() -> list[Count]:
    """How many people live where, today and three years before."""
    this_year = clock.today().year
    found = []
    for year, change in ((this_year - 3, 0.975), (this_year, 1.0)):
        whole: dict[tuple[str, int, int], int] = {}
        for code, by_sex in WOMEN_AND_MEN.items():
            for sex, persons in zip(("women", "men"), by_sex, strict=True):
                for (age_from, age_to), number in zip(AGES, persons, strict=True):
                    there = round(number * change)
                    group = (sex, age_from, age_to)
                    whole[group] = whole.get(group, 0) + there
                    found.append(_count(code, year, group, there))
        found += [_count(CODE, year, group, number) for group, number in whole.items()]
    return found


def _count(code: str, year: int, group: tuple[str, int, int], persons: int) -> Count:
    """One row of the statistics."""
    sex, age_from, age_to = group
    return Count(
        code=code,
        on=date(year, 1, 1),
        sex="women" if sex == "women" else "men",
        age_from=age_from,
        age_to=age_to,
        persons=persons,
    )
