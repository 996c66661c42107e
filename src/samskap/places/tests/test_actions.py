"""Areas, borders and population change by the rules."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskap.base.models import Happening
from samskap.municipalities.errors import NotAnAdministrator
from samskap.places.actions import (
    add_area,
    draw_border,
    edit_area,
    set_borders,
    set_population,
)
from samskap.places.errors import (
    AreaDoesNotFit,
    BorderCrossesItself,
    BorderEndsTooEarly,
    BorderIsFollowed,
    CodeIsTaken,
    CountedTwice,
    NoAreaMatches,
    NoCodesHere,
)
from samskap.places.formats.counts import OLDEST, Count
from samskap.places.models import Area, Border, Population
from samskap.places.queries import (
    area_of,
    border_of,
    population_of,
    residents_of,
    totals_of,
    trail_of,
)
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.places import AreaFactory, BorderFactory, PopulationFactory

pytestmark = pytest.mark.django_db

SHAPE = [[[[14, 67], [15, 67], [15, 68], [14, 68], [14, 67]]]]
OTHER = [[[[14, 67], [16, 67], [16, 68], [14, 68], [14, 67]]]]
FILE = {"valid_from": date(2024, 1, 1), "source": "Kartverket, CC BY 4.0"}
NEW_YEAR = date(2015, 1, 1)


def count(persons, *, sex="all", ages=(0, OLDEST), code="1804", on=NEW_YEAR, row=2):
    return Count(code, on, sex, *ages, persons, row)


@pytest.fixture
def bodo(db):
    return MunicipalityFactory(code="1804", short_name="Bodø", name="Bodø kommune")


# ── Areas ────────────────────────────────────────────────────────────────────


def test_an_area_gets_an_address_of_its_own(bodo, administrator):
    by = administrator(bodo)
    first = add_area(municipality=bodo, kind="village", name="Kjerringøy", by=by)
    second = add_area(municipality=bodo, kind="village", name="Kjerringøy", by=by)

    assert [first.slug, second.slug] == ["kjerringoy", "kjerringoy-2"]
    assert Happening.objects.filter(what="places.area_added", municipality_key=bodo.pk).count() == 2


def test_an_area_never_takes_the_address_of_a_page(bodo, administrator):
    area = add_area(municipality=bodo, kind="village", name="Import", by=administrator(bodo))

    assert area.slug == "import-2"


def test_only_administrators_add_areas(bodo, administrator):
    elsewhere = administrator(MunicipalityFactory())

    with pytest.raises(NotAnAdministrator):
        add_area(municipality=bodo, kind="village", name="Kjerringøy", by=elsewhere)
    assert not Area.objects.exists()


def test_an_area_lies_in_a_larger_one_only(bodo, administrator):
    by = administrator(bodo)
    village = AreaFactory(municipality=bodo, name="Misvær")
    with pytest.raises(AreaDoesNotFit) as refusal:
        add_area(municipality=bodo, kind="district", name="Skjerstad", parent=village, by=by)
    assert str(refusal.value) == (
        "An area of the kind “District” cannot lie in “Misvær”, which is no larger. Choose a"
        " larger area, or none."
    )

    AreaFactory(municipality=bodo, kind="estate", parent=village)
    with pytest.raises(AreaDoesNotFit):
        edit_area(area=village, kind="building", name="Misvær", by=by)


def test_a_code_belongs_to_one_area(bodo, administrator):
    AreaFactory(municipality=bodo, code="18040101", name="Sentrum")

    with pytest.raises(CodeIsTaken):
        add_area(
            municipality=bodo,
            kind="village",
            name="Nord",
            code="18040101",
            by=administrator(bodo),
        )


def test_the_trail_leads_from_the_largest_down(bodo, django_assert_max_num_queries):
    top = AreaFactory(municipality=bodo, kind="municipality")
    district = AreaFactory(municipality=bodo, kind="district", parent=top)
    building = AreaFactory(municipality=bodo, kind="building", parent=district)

    with django_assert_max_num_queries(1):
        assert trail_of(building) == [top, district]


# ── Borders ──────────────────────────────────────────────────────────────────


def test_a_border_from_a_file_makes_the_municipality_a_place(bodo):
    change = set_borders({"1804": SHAPE, "0301": SHAPE}, municipalities=[bodo], **FILE)

    area = area_of(bodo)
    assert (change.new, change.foreign, area.name, area.code) == (1, 1, "Bodø", "1804")
    border = border_of(area, date(2024, 6, 1))
    assert (border.west, border.north, border.is_drawn) == (14, 68, False)


def test_the_same_file_twice_changes_and_remembers_nothing(bodo):
    set_borders({"1804": SHAPE}, municipalities=[bodo], **FILE)
    before = Happening.objects.count()

    change = set_borders({"1804": SHAPE}, municipalities=[bodo], **FILE)

    assert (change.new, change.altered, change.same) == (0, 0, 1)
    assert Happening.objects.count() == before


def test_a_newer_border_ends_the_older_one(bodo):
    area = AreaFactory(municipality=bodo, code="1804")
    set_borders({"1804": SHAPE}, municipalities=[bodo], valid_from=date(2020, 1, 1), source="a")
    set_borders({"1804": OTHER}, municipalities=[bodo], **FILE)

    assert border_of(area, date(2023, 12, 31)).east == 15
    assert border_of(area, date(2024, 1, 1)).east == 16
    assert border_of(area, date(2019, 12, 31)) is None


def test_an_older_border_ends_where_the_newer_begins(bodo):
    area = AreaFactory(municipality=bodo, code="1804")
    set_borders({"1804": OTHER}, municipalities=[bodo], **FILE)
    set_borders({"1804": SHAPE}, municipalities=[bodo], valid_from=date(2020, 1, 1), source="a")

    assert border_of(area, date(2023, 12, 31)).east == 15
    assert border_of(area).east == 16
    assert Border.objects.get(valid_from=date(2020, 1, 1)).valid_to == date(2024, 1, 1)


def test_two_borders_never_hold_at_once(bodo, administrator):
    area = BorderFactory(area__municipality=bodo).area

    with pytest.raises(BorderIsFollowed):
        draw_border(
            area=area,
            shape=SHAPE,
            valid_from=date(2010, 1, 1),
            valid_to=date(2021, 1, 1),
            source="old map",
            by=administrator(bodo),
        )


def test_a_merged_municipality_is_in_no_file_and_gets_its_border_drawn(administrator):
    svelvik = MunicipalityFactory(code="0711", short_name="Svelvik")
    area = AreaFactory(municipality=svelvik, code="0711", kind="municipality")
    with pytest.raises(NoAreaMatches) as refusal:
        set_borders({"1804": SHAPE}, municipalities=[svelvik], **FILE)
    assert str(refusal.value) == (
        "None of the codes here (0711) is in the file, which holds 1 other codes such as 1804. A"
        " municipality that has merged is in no newer file: draw its border by hand."
    )

    border = draw_border(
        area=area,
        shape=SHAPE,
        valid_from=date(1964, 1, 1),
        valid_to=date(2020, 1, 1),
        source="drawn after the map of 2019",
        by=administrator(svelvik),
    )

    assert border.is_drawn
    assert border_of(area, date(2019, 12, 31)) == border
    assert border_of(area, date(2020, 1, 1)) is None


def test_a_drawn_border_goes_round_once_and_ends_after_it_begins(bodo, administrator):
    area, by = AreaFactory(municipality=bodo), administrator(bodo)
    bow_tie = [[[[14, 67], [15, 68], [15, 67], [14, 68], [14, 67]]]]
    drawn = {"area": area, "valid_from": date(2020, 1, 1), "source": "hand", "by": by}

    with pytest.raises(BorderCrossesItself):
        draw_border(shape=bow_tie, **drawn)
    with pytest.raises(BorderEndsTooEarly):
        draw_border(shape=SHAPE, valid_to=date(2020, 1, 1), **drawn)
    assert not Border.objects.exists()


def test_nothing_is_found_without_a_code():
    with pytest.raises(NoCodesHere):
        set_borders({"1804": SHAPE}, municipalities=[MunicipalityFactory(code="")], **FILE)


def test_a_file_changes_only_those_it_is_meant_for(bodo, administrator):
    elsewhere = MunicipalityFactory(code="0301")
    both = {"1804": SHAPE, "0301": SHAPE}

    with pytest.raises(NotAnAdministrator):
        set_borders(both, municipalities=[elsewhere], by=administrator(bodo), **FILE)
    set_borders(both, municipalities=[bodo], by=administrator(bodo), **FILE)

    assert area_of(elsewhere) is None


# ── Population ───────────────────────────────────────────────────────────────


def test_ages_are_added_up_to_everybody(bodo):
    ages = [count(12429, ages=(0, 19)), count(30523, ages=(20, 64)), count(7233, ages=(65, OLDEST))]
    change = set_population(ages, municipalities=[bodo], source="SSB")

    figures = population_of(area_of(bodo))
    assert (change.new, figures.total, figures.counted_on) == (3, 50185, NEW_YEAR)
    assert figures.source == "SSB"


def test_the_same_figures_twice_change_nothing_and_new_ones_alter(bodo):
    set_population([count(5)], municipalities=[bodo], source="SSB")

    again = set_population([count(5)], municipalities=[bodo], source="SSB")
    better = set_population([count(6)], municipalities=[bodo], source="SSB")

    assert (again.new, again.altered, again.same) == (0, 0, 1)
    assert (better.new, better.altered, better.same) == (0, 1, 0)
    assert Population.objects.get().persons == 6


def test_the_same_people_are_not_counted_twice(bodo):
    with pytest.raises(CountedTwice) as refusal:
        set_population(
            [count(5, ages=(20, 64)), count(9, ages=(20, 64), row=3)],
            municipalities=[bodo],
            source="SSB",
        )

    assert str(refusal.value).startswith("Row 3 counts Bodø, Jan. 1, 2015, All 20–64 again.")
    assert not Population.objects.exists()


def test_a_file_that_counts_only_some_is_noticed(bodo):
    set_population([count(50185)], municipalities=[bodo], source="SSB")

    change = set_population(
        [count(22631, sex="men"), count(22666, sex="women")], municipalities=[bodo], source="SSB"
    )

    assert len(change.warnings) == 1
    assert change.warnings[0].startswith(
        "Bodø, Jan. 1, 2015: women and men are 45,297 together, but all residents are 50,185."
    )


def test_a_leap_from_one_count_to_the_next_is_noticed(bodo):
    set_population([count(50185)], municipalities=[bodo], source="SSB")

    change = set_population(
        [
            count(23004, sex="men", on=date(2017, 1, 1)),
            count(23087, sex="women", on=date(2017, 1, 1)),
        ],
        municipalities=[bodo],
        source="SSB",
    )
    assert change.warnings == []  # 8 per cent fewer may be true

    change = set_population([count(40000, on=date(2018, 1, 1))], municipalities=[bodo], source="x")
    assert change.warnings == [
        "Bodø: 46,091 residents on Jan. 1, 2017, but 40,000 on Jan. 1, 2018. Does each file count"
        " everybody?"
    ]


def test_some_serve_for_shares_and_never_for_the_number(bodo):
    set_population([count(50185)], municipalities=[bodo], source="SSB")
    change = set_population(
        [count(22631, sex="men"), count(22666, sex="women")],
        municipalities=[bodo],
        source="SSB, towns only",
        is_whole=False,
    )

    residents = residents_of(area_of(bodo))
    assert change.warnings == []
    assert residents.whole.total == 50185
    assert (residents.by_sex.total, residents.by_sex.is_whole) == (45297, False)
    assert residents.by_age is None


def test_the_last_count_before_a_day_is_the_one_that_holds():
    area = AreaFactory()
    PopulationFactory(area=area, counted_on=date(2019, 1, 1), persons=6_700)
    PopulationFactory(area=area, counted_on=date(2020, 1, 1), persons=7_000)

    assert population_of(area, date(2019, 6, 1)).total == 6_700
    assert population_of(area).total == 7_000
    assert population_of(area, date(2018, 12, 31)) is None
    assert totals_of(area) == [(date(2019, 1, 1), 6_700), (date(2020, 1, 1), 7_000)]


def test_an_import_reads_once_and_writes_a_hundred_rows_at_a_time(bodo):
    costs = []
    for year, n in ((2001, 1), (2002, 3), (2003, 1_000)):
        ages = [
            count(1, on=date(year, 1, 1), ages=(low % 100, low % 100), code=f"18{low // 100:02}")
            for low in range(n)
        ]
        for code in {row.code for row in ages}:
            if not Area.objects.filter(code=code).exists():
                AreaFactory(municipality=bodo, code=code)
        with CaptureQueriesContext(connection) as queries:
            set_population(ages, municipalities=[bodo], source="SSB")
        costs.append(len(queries))

    assert costs[0] == costs[1]
    assert costs[2] - costs[0] < 1_000 / 100
