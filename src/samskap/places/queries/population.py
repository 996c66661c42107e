"""How many people live in an area, by age and by sex, with the day they were counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from samskap.places.models import OLDEST, Area, Population

EVERY_AGE = (0, OLDEST)
ALL, WOMEN, MEN = Population.Sex.ALL, Population.Sex.WOMEN, Population.Sex.MEN


@dataclass(frozen=True, slots=True)
class Group:
    """So many people of one sex and one stretch of ages."""

    sex: str
    age_from: int
    age_to: int  # inclusive
    persons: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What one source says about one day. `is_whole` is False where it counts only some."""

    counted_on: date
    source: str
    groups: tuple[Group, ...]
    is_whole: bool = True

    @property
    def total(self) -> int:
        """Everybody counted, each person once."""
        return total_of(self.groups)


@dataclass(frozen=True, slots=True)
class Residents:
    """The latest figures of an area: in all, by age and by sex. They may be of different days."""

    whole: Figures | None
    by_age: Figures | None
    by_sex: Figures | None


def total_of(groups: Iterable[Group]) -> int:
    """Add up groups so that everybody is counted once.

    A figure for all ages of all sexes is taken as it stands; else the ages of all sexes are added,
    else women and men.
    """
    kept = tuple(groups)
    for sexes in ((ALL,), (WOMEN, MEN)):
        of_sex = [group for group in kept if group.sex in sexes]
        in_one = [group for group in of_sex if (group.age_from, group.age_to) == EVERY_AGE]
        if len(in_one) == len(sexes):
            return sum(group.persons for group in in_one)
        if of_sex:
            return sum(group.persons for group in of_sex)
    return 0


def _counted(area: Area, on: date | None) -> QuerySet[Population]:
    """What was counted until a day."""
    return Population.objects.filter(area=area, counted_on__lte=on or timezone.localdate())


def _figures(rows: QuerySet[Population]) -> Figures | None:
    """The figures of the last day among these rows."""
    last = rows.order_by("-counted_on").values_list("counted_on", flat=True)[:1]
    # Whoever counts everybody goes before whoever counts some.
    kept = list(rows.filter(counted_on=last).order_by("-is_whole", "sex", "age_from", "age_to"))
    kept = [row for row in kept if row.is_whole == kept[0].is_whole]
    if not kept:
        return None
    groups = tuple(Group(row.sex, row.age_from, row.age_to, row.persons) for row in kept)
    sources = dict.fromkeys(row.source for row in kept)
    return Figures(kept[0].counted_on, " · ".join(sources), groups, kept[0].is_whole)


def population_of(area: Area, on: date | None = None) -> Figures | None:
    """The last figures for everybody in an area until a day, today unless another is given.

    None where nobody has been counted. `.total` is the number of residents.
    """
    return _figures(_counted(area, on).filter(is_whole=True))


def residents_of(area: Area, on: date | None = None) -> Residents:
    """The last figures in all, the last by age and the last by sex; three queries."""
    rows = _counted(area, on)
    is_of_every_age = Q(age_from=EVERY_AGE[0], age_to=EVERY_AGE[1])
    return Residents(
        whole=population_of(area, on),
        by_age=_figures(rows.exclude(is_of_every_age)),
        by_sex=_figures(rows.exclude(sex=ALL)),
    )


def totals_of(area: Area) -> list[tuple[date, int]]:
    """How many lived in an area each time that everybody was counted, the oldest first."""
    groups_on: dict[date, list[Group]] = {}
    rows = Population.objects.filter(area=area, is_whole=True).order_by("counted_on")
    for on, *facts in rows.values_list("counted_on", "sex", "age_from", "age_to", "persons"):
        groups_on.setdefault(on, []).append(Group(*facts))
    return [(on, total_of(groups)) for on, groups in groups_on.items()]


def counts_of(area: Area) -> QuerySet[Population]:
    """Every count of an area, for its CSV: the latest first."""
    return Population.objects.filter(area=area).order_by(
        "-counted_on", "sex", "age_from", "age_to", "-is_whole"
    )
