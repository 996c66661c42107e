"""Setting how many people live where."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from django.db import transaction
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from samskap.municipalities.models import Municipality
from samskap.municipalities.permissions import Actor
from samskap.places.actions.change import Change, areas_by_code, ask_leave, remember_import
from samskap.places.errors import CountedTwice
from samskap.places.formats.counts import Count
from samskap.places.models import OLDEST, Area, Population
from samskap.places.queries.areas import codes_of
from samskap.places.queries.population import ALL, MEN, WOMEN, Group, total_of

BATCH = 2_000  # rows written at a time
ALIKE = 0.02  # two totals of one day may differ by so much before it is pointed out
LEAP = 0.10  # and the totals of two counts after each other by so much

Key = tuple[int, date, str, int, int]  # area, day, sex, ages


@transaction.atomic
def set_population(
    counts: Iterable[Count],
    *,
    municipalities: Sequence[Municipality],
    source: str,
    is_whole: bool = True,
    by: Actor | None = None,
    codes_beside: Collection[str] = (),
) -> Change:
    """Make the counts of the areas here equal to the published ones.

    is_whole      the file counts everybody; else only some, and it serves for shares
    by            None is whoever runs the server
    codes_beside  what else the file spoke of, where the counts of others are left out already

    Only what concerns these areas is kept in memory. The same file twice changes nothing.

    Refuses with NotAnAdministrator, NoCodesHere, NoAreaMatches or CountedTwice.
    """
    ask_leave(by, municipalities)
    change = Change()
    codes_found = set(codes_beside)
    ours = codes_of(municipalities)
    wanted: list[Count] = []
    for count in counts:
        codes_found.add(count.code)
        if count.code in ours:
            wanted.append(count)
    areas = areas_by_code(municipalities, codes_found, change)
    rows = _without_twins((area, count) for count in wanted for area in areas.get(count.code, ()))
    changed: set[int] = set()
    while batch := list(islice(rows, BATCH)):
        changed |= _write(batch, change, source=source, is_whole=is_whole)
    change.areas = {area.name for several in areas.values() for area in several}
    every_area = [area for several in areas.values() for area in several]
    if is_whole:
        change.warnings = list(_doubts(every_area, {count.on for count in wanted}))
    remember_import(
        "places.population_imported",
        by=by,
        municipalities=[owner for owner in municipalities if owner.pk in changed],
    )
    return change


def _without_twins(pairs: Iterable[tuple[Area, Count]]) -> Iterator[tuple[Key, Area, Count]]:
    """Give each row its key, and refuse a second figure for the same people."""
    seen: set[Key] = set()
    for area, count in pairs:
        key = (area.pk, count.on, count.sex, count.age_from, count.age_to)
        if key in seen:
            raise CountedTwice(
                row=count.row, area=area, day=date_format(count.on), group=_group_in_words(count)
            )
        seen.add(key)
        yield key, area, count


def _group_in_words(count: Count) -> str:
    sex = Population.Sex(count.sex).label
    if (count.age_from, count.age_to) == (0, OLDEST):
        return str(sex)
    upper = "+" if count.age_to == OLDEST else f"–{count.age_to}"
    return f"{sex} {count.age_from}{upper}"


def _write(
    batch: list[tuple[Key, Area, Count]], change: Change, *, source: str, is_whole: bool
) -> set[int]:
    """Write some rows; return the keys of the municipalities that something changed for."""
    there = {
        (row.area_id, row.counted_on, row.sex, row.age_from, row.age_to): row
        for row in Population.objects.filter(
            area__in={area.pk for _key, area, _count in batch},
            counted_on__in={count.on for _key, _area, count in batch},
            is_whole=is_whole,
        )
    }
    new, altered = [], []
    for key, area, count in batch:
        row = there.get(key)
        if row is None:
            new.append(
                Population(
                    municipality_id=area.municipality_id,
                    area=area,
                    counted_on=count.on,
                    sex=count.sex,
                    age_from=count.age_from,
                    age_to=count.age_to,
                    persons=count.persons,
                    is_whole=is_whole,
                    source=source,
                )
            )
        elif (row.persons, row.source) != (count.persons, source):
            row.persons, row.source = count.persons, source
            altered.append(row)
    Population.objects.bulk_create(new)
    Population.objects.bulk_update(altered, ["persons", "source"], batch_size=500)
    change.new += len(new)
    change.altered += len(altered)
    change.same += len(batch) - len(new) - len(altered)
    return {row.municipality_id for row in (*new, *altered)}


def _doubts(areas: list[Area], days: set[date]) -> Iterator[str]:
    """Point out totals of these days that do not go together, or with those of other days."""
    groups_on: dict[Area, dict[date, list[Group]]] = defaultdict(lambda: defaultdict(list))
    rows = Population.objects.filter(area__in=areas, is_whole=True)
    for row in rows.select_related("area").order_by("area__name", "area", "counted_on"):
        groups_on[row.area][row.counted_on].append(
            Group(row.sex, row.age_from, row.age_to, row.persons)
        )
    for area, by_day in groups_on.items():
        for day in sorted(days & set(by_day)):
            yield from _doubts_of_a_day(area, day, by_day[day])
        totals = [(day, total_of(groups)) for day, groups in by_day.items()]
        for (then, before), (now, after) in pairwise(totals):
            if {then, now} & days and abs(after - before) > LEAP * before:
                yield _(
                    "%(area)s: %(before)s residents on %(then)s, but %(after)s on %(now)s. Does"
                    " each file count everybody?"
                ) % {
                    "area": area,
                    "before": number_format(before, force_grouping=True),
                    "then": date_format(then),
                    "after": number_format(after, force_grouping=True),
                    "now": date_format(now),
                }


def _doubts_of_a_day(area: Area, day: date, groups: list[Group]) -> Iterator[str]:
    """Point out that women and men together are not as many as everybody."""
    everybody = total_of(group for group in groups if group.sex == ALL)
    sexes = total_of(group for group in groups if group.sex in (WOMEN, MEN))
    if everybody and sexes and abs(everybody - sexes) > ALIKE * everybody:
        yield _(
            "%(area)s, %(day)s: women and men are %(sexes)s together, but all residents are"
            " %(everybody)s. If the file counts only some of the residents, say so: then it"
            " serves for shares, and not as the number of residents."
        ) % {
            "area": area,
            "day": date_format(day),
            "sexes": number_format(sexes, force_grouping=True),
            "everybody": number_format(everybody, force_grouping=True),
        }
