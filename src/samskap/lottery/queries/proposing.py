"""Targets proposed from the population: so many of each age, sex and area as live here."""

from math import ceil, floor

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samskap.lottery.features import AGE, AREA, SEX, Feature, Value
from samskap.municipalities.models import Municipality
from samskap.places.models import OLDEST
from samskap.places.queries import Figures, area_of, parts_of, population_of, residents_of
from samskap.places.queries.population import ALL, MEN, WOMEN

# Ages that mean something in a life (domain 4.2), from those who may be drawn alone.
BANDS = ((18, 29), (30, 44), (45, 66), (67, 79), (80, OLDEST))
ROOM = 0.1  # of each target to both sides, so that the first pool is not refused for one person
AS_OLD_AS_ANYBODY = 100  # for a group of ages without an end


def proposed(
    municipality: Municipality, sources: list[str], *, size: int, youngest: int
) -> tuple[Feature, ...]:
    """Propose features with targets, in the order age, sex, area."""
    make = {
        AGE: lambda: by_age(municipality, size, youngest),
        SEX: lambda: by_sex(municipality, size),
        AREA: lambda: by_area(municipality, size),
    }
    found = (make[source]() for source in make if source in sources)
    return tuple(feature for feature in found if feature.values)


def target(persons: int, total: int, size: int) -> tuple[int, int]:
    """How many of a panel, at least and at most, for a group of the population.

    The group’s share of the panel, with a tenth of room to both sides, in whole people. The sums
    of all groups lie on both sides of the size, so that one feature alone can always be kept.
    """
    share = size * persons / total if total else 0
    return floor(share * (1 - ROOM)), ceil(share * (1 + ROOM)) if total else size


def bands_from(youngest: int) -> list[tuple[int, int]]:
    """The stretches of ages of those who can be drawn: the first one begins with the youngest."""
    kept = [(max(low, youngest), high) for low, high in BANDS if high >= youngest]
    if kept and youngest < BANDS[0][0]:
        kept[0] = (youngest, kept[0][1])
    return kept


def by_age(municipality: Municipality, size: int, youngest: int) -> Feature:
    """Stretches of ages, with their part of the population from that age on."""
    area = area_of(municipality)
    figures = residents_of(area).by_age if area else None
    bands = bands_from(youngest)
    persons = [persons_aged(figures, low, high) for low, high in bands]
    total = sum(persons)
    values = []
    for (low, high), count in zip(bands, persons, strict=True):
        least, most = target(count, total, size)
        values.append(
            Value(
                title=ages_in_words(low, high),
                least=least,
                most=most,
                persons=count if total else None,
                first=low,
                last=high,
            )
        )
    return Feature(title=_("Age"), source=AGE, values=tuple(values))


def ages_in_words(low: int, high: int) -> str:
    """Write a stretch of ages."""
    return _("%(age)s and over") % {"age": low} if high >= OLDEST else f"{low}–{high}"


def persons_aged(figures: Figures | None, low: int, high: int) -> int:
    """How many are of some ages; a wider group of the source is shared out evenly by years."""
    if figures is None:
        return 0
    has_all = any(group.sex == ALL for group in figures.groups)
    count = 0.0
    for group in figures.groups:
        if (group.sex == ALL) != has_all:
            continue
        last = min(group.age_to, AS_OLD_AS_ANYBODY)
        years = max(1, last - group.age_from + 1)
        inside = min(high, last) - max(low, group.age_from) + 1
        count += group.persons * min(1.0, max(0, inside) / years)
    return round(count)


def by_sex(municipality: Municipality, size: int) -> Feature:
    """Women and men as they live here, and an answer for those who are neither or will not say."""
    area = area_of(municipality)
    figures = residents_of(area).by_sex if area else None
    groups = figures.groups if figures else ()
    persons = {
        sex: sum(group.persons for group in groups if group.sex == sex) for sex in (WOMEN, MEN)
    }
    total = sum(persons.values())
    titles = {WOMEN: pgettext("one person", "Woman"), MEN: pgettext("one person", "Man")}
    values = []
    for sex, title in titles.items():
        least, most = target(persons[sex], total, size)
        values.append(
            Value(title=title, least=least, most=most, persons=persons[sex] or None, sex=str(sex))
        )
    values.append(Value(title=_("Other, or would rather not say"), least=0, most=size))
    return Feature(title=_("Sex"), source=SEX, values=tuple(values))


def by_area(municipality: Municipality, size: int) -> Feature:
    """The parts of the municipality, with who lives there."""
    whole = area_of(municipality)
    parts = list(parts_of(whole)) if whole else []
    figures = [population_of(part) for part in parts]
    persons = [found.total if found else 0 for found in figures]
    total = sum(persons) if all(persons) else 0
    values = []
    for part, count in zip(parts, persons, strict=True):
        least, most = target(count, total, size)
        values.append(
            Value(
                title=part.name,
                least=least,
                most=most,
                persons=count if total else None,
                area=part.slug,
            )
        )
    return Feature(title=_("Area"), source=AREA, values=tuple(values))
