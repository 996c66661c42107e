"""Imports from the console, tried on the real files where they are."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from samskap.places.actions import draw_border
from samskap.places.formats.maps import read_map, shapes_by_code
from samskap.places.geometry import contains
from samskap.places.models import Area, Border, Population
from samskap.places.queries import area_of, border_of, population_of, residents_of, totals_of
from samskap.testing.factories.municipalities import MunicipalityFactory

pytestmark = pytest.mark.django_db

MAP_2024 = "no-kommuner-2024-small.geojson"
MAP_2020 = "no-kommuner-2020-small.topojson"
TABLE = "ssb-population-by-municipality-agegroup-2013-2015.csv"
DATASET = "ssb-population-agegroup-2013-2015.jsonstat2.json"
SEXES = "ssb-municipality-by-sex-2015-2017.csv"
BORDERS = {"valid_from": date(2024, 1, 1), "source": "Kartverket, CC BY 4.0"}
PERSONS = {"source": "SSB, CC BY 4.0"}


@pytest.fixture
def bodo(db):
    return MunicipalityFactory(code="1804", short_name="Bodø")


@pytest.fixture
def small_table(tmp_path):
    file = tmp_path / "small.csv"
    file.write_text("area,date,persons\n1804,2025-01-01,54000\n", encoding="utf-8")
    return file


def test_without_commit_nothing_is_written(bodo, small_table, capsys):
    call_command("import_population", small_table, **PERSONS)

    assert capsys.readouterr().out.splitlines() == [
        "Rehearsed (nothing written; add --commit): 1 new, 0 altered, 0 same",
        "  areas: Bodø",
    ]
    assert not Population.objects.exists()
    assert not Area.objects.exists()


def test_with_commit_the_figures_are_kept_and_a_second_run_changes_nothing(
    bodo, small_table, capsys
):
    call_command("import_population", small_table, commit=True, **PERSONS)
    call_command("import_population", small_table, commit=True, **PERSONS)

    assert "Imported: 0 new, 0 altered, 1 same" in capsys.readouterr().out
    assert Population.objects.get().persons == 54000


def test_what_is_wrong_is_said_in_a_sentence(bodo, tmp_path, small_table):
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("kommune;antall\n", encoding="utf-8")

    with pytest.raises(CommandError, match="lacks a column for the number of persons"):
        call_command("import_population", wrong, **PERSONS)
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("import_population", tmp_path / "nowhere.csv", **PERSONS)
    with pytest.raises(CommandError, match="No municipality answers at “x"):
        call_command("import_population", small_table, municipality="x.example", **PERSONS)
    MunicipalityFactory()
    with pytest.raises(CommandError, match="Say which municipality"):
        call_command("import_population", small_table, **PERSONS)


def test_all_municipalities_of_norway_get_their_borders(real_file, capsys):
    svelvik = MunicipalityFactory(code="0711", short_name="Svelvik")
    danish = MunicipalityFactory(code="1101", country="DK")
    codes = sorted(_codes(real_file(MAP_2024)))
    for code in codes:
        MunicipalityFactory(code=code, host="")

    call_command("import_borders", real_file(MAP_2024), all=True, commit=True, **BORDERS)

    assert "Imported: 357 new, 0 altered, 0 same" in capsys.readouterr().out
    assert Border.objects.count() == 357
    assert area_of(svelvik) is None
    assert area_of(danish) is None
    for border in Border.objects.all():
        assert border.west < border.east
        assert border.south < border.north


def _codes(path):
    return set(shapes_by_code(read_map(path.read_bytes())))


def test_bodo_gets_its_border_and_the_town_lies_in_it(bodo, real_file):
    call_command(
        "import_borders",
        real_file(MAP_2020),
        commit=True,
        valid_from=date(2020, 1, 1),
        source="2020",
    )
    call_command("import_borders", real_file(MAP_2024), commit=True, **BORDERS)

    area = area_of(bodo)
    for day in (date(2021, 1, 1), date(2025, 1, 1)):
        shape = border_of(area, day).shape["coordinates"]
        assert contains(shape, 14.405, 67.28)  # the town
        assert not contains(shape, 10.75, 59.91)  # Oslo
    assert border_of(area, date(2021, 1, 1)).source == "2020"


@pytest.mark.parametrize("file", [TABLE, DATASET])
@pytest.mark.parametrize(
    ("code", "name", "total"),
    [("1804", "Bodø", 50185), ("0711", "Svelvik", 6601), ("0124", "Askim", 15513)],
)
def test_the_population_of_three_municipalities(real_file, file, code, name, total):
    municipality = MunicipalityFactory(code=code, short_name=name)

    call_command("import_population", real_file(file), commit=True, **PERSONS)

    area = area_of(municipality)
    assert Population.objects.count() == 9
    assert (area.name, population_of(area, date(2015, 6, 1)).total) == (name, total)
    assert [day.year for day, _total in totals_of(area)] == [2013, 2014, 2015]


def test_the_two_files_of_the_office_are_the_same_to_us(bodo, real_file, capsys):
    call_command("import_population", real_file(TABLE), commit=True, **PERSONS)
    call_command("import_population", real_file(DATASET), commit=True, **PERSONS)

    assert "Imported: 0 new, 0 altered, 9 same" in capsys.readouterr().out


def test_a_merged_municipality_is_in_no_map_and_its_border_is_drawn(real_file, administrator):
    svelvik = MunicipalityFactory(code="0711", short_name="Svelvik")
    call_command("import_population", real_file(TABLE), commit=True, **PERSONS)
    for file in (MAP_2020, MAP_2024):
        with pytest.raises(CommandError, match="draw its border by hand"):
            call_command("import_borders", real_file(file), **BORDERS)

    draw_border(
        area=area_of(svelvik),
        shape=[[[[10.33, 59.55], [10.48, 59.55], [10.48, 59.67], [10.33, 59.67]]]],
        valid_from=date(1964, 1, 1),
        valid_to=date(2020, 1, 1),
        source="drawn after a map of 2019",
        by=administrator(svelvik),
    )

    assert border_of(area_of(svelvik), date(2019, 12, 31)).is_drawn


def test_the_file_by_sex_counts_only_some_and_is_noticed(bodo, real_file, capsys):
    """Its 45 297 persons of Bodø in 2015 are not the 50 185 who lived there: shares only."""
    call_command("import_population", real_file(TABLE), commit=True, **PERSONS)
    capsys.readouterr()
    call_command("import_population", real_file(SEXES), **PERSONS)
    assert "women and men are 45,297 together, but all residents are 50,185" in (
        capsys.readouterr().out
    )

    call_command("import_population", real_file(SEXES), part=True, commit=True, **PERSONS)

    residents = residents_of(area_of(bodo))
    assert residents.whole.total == 50185
    assert {group.sex: group.persons for group in residents.by_sex.groups} == {
        "men": 23004,
        "women": 23087,
    }
    assert not residents.by_sex.is_whole


def test_danish_islands_are_gathered_under_their_municipality(real_file):
    hedensted = MunicipalityFactory(code="0766", country="DK", short_name="Hedensted")

    call_command(
        "import_borders",
        real_file("dk-kommuner-dagi-2014.topojson"),
        all=True,
        country="DK",
        commit=True,
        valid_from=date(2014, 2, 13),
        source="Indeholder data fra Geodatastyrelsen, DAGI 2014",
    )

    shape = border_of(area_of(hedensted)).shape["coordinates"]
    assert len(shape) > 1
    assert contains(shape, 9.70, 55.77)  # the town
