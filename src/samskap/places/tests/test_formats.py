"""Maps and tables are read right, and what is wrong is named."""

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.places.errors import (
    CodePropertyIsMissing,
    ColumnIsMissing,
    DayIsMissing,
    DimensionIsNotKnown,
    FileIsNotAMap,
    FileIsNotJson,
    ValueIsWrong,
)
from samskap.places.formats.counts import OLDEST, Count, read_ages, read_day, read_sex
from samskap.places.formats.maps import as_code, read_map, shapes_by_code
from samskap.places.formats.population import read_population

SQUARE = [[14, 67], [15, 67], [15, 68], [14, 68], [14, 67]]


def as_map(*features):
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": properties,
                    "geometry": {"type": "Polygon", "coordinates": [ring]},
                }
                for properties, ring in features
            ],
        }
    )


def counts(text, day=None):
    content = text if isinstance(text, bytes) else text.encode()
    return list(read_population(io.BytesIO(content), day))


# ── Maps ─────────────────────────────────────────────────────────────────────


def test_an_area_of_two_islands_is_gathered_under_its_code():
    content = as_map(({"KOMKODE": "0766"}, SQUARE), ({"KOMKODE": "0766"}, SQUARE))

    assert shapes_by_code(read_map(content)) == {"0766": [[SQUARE], [SQUARE]]}


def test_a_code_gets_back_the_zero_that_a_number_lost():
    assert [as_code(301), as_code("1804 Bodø"), as_code("0711")] == ["0301", "1804", "0711"]


def test_a_code_that_stands_elsewhere_is_named_with_what_there_is():
    with pytest.raises(CodePropertyIsMissing) as refusal:
        shapes_by_code(read_map(as_map(({"navn": "Bodø"}, SQUARE))), "kommunenummer")

    assert str(refusal.value) == (
        "No area in the file has the property “kommunenummer”. It has these: id, navn. Say which"
        " of them is the municipality number."
    )


def test_a_topology_is_joined_from_steps_and_from_lines_walked_backwards():
    topology = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.5], "translate": [14, 67]},
        "arcs": [[[0, 0], [2, 0], [0, 2]], [[0, 0], [0, 2], [2, 0]]],
        "objects": {
            "all": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, -2]], "properties": {"code": "1804"}},
                    {"type": "Point", "coordinates": [0, 0]},
                ],
            }
        },
    }

    shapes = shapes_by_code(read_map(json.dumps(topology)))

    assert shapes == {"1804": [[[(14, 67), (15, 67), (15, 68), (14, 68), (14, 67)]]]}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}}', "no Polygon"),
        ('{"type": "FeatureCollection"}', "it has no list of “features”"),
        ('{"type": "Polygon", "coordinates": [[["a", 2]]]}', "are not rings of points"),
        ('{"type": "Topology", "objects": {}}', "it has no “objects” or no “arcs”"),
        (
            '{"type": "Topology", "arcs": [],'
            ' "objects": {"a": {"type": "Polygon", "arcs": [[7]]}}}',
            "it names an arc that is not there",
        ),
        (
            '{"type": "FeatureCollection", "features": [],'
            ' "crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::25833"}}}',
            "25833, not WGS 84",
        ),
        ("[]", "the file is a list or a word"),
    ],
)
def test_what_is_no_map_of_areas_says_why(content, says):
    with pytest.raises(FileIsNotAMap) as refusal:
        list(read_map(content))

    assert says in str(refusal.value)


def test_broken_json_names_the_line():
    with pytest.raises(FileIsNotJson) as refusal:
        list(read_map('{"type":\n}'))

    assert refusal.value.facts["line"] == 2


# ── Tables ───────────────────────────────────────────────────────────────────


def test_a_table_as_ssb_writes_it():
    assert counts("Region;Alder;Tid;value\n0711;F65+;2015;1202\n") == [
        Count("0711", date(2015, 1, 1), "all", 65, OLDEST, 1202, 2)
    ]


def test_a_table_with_commas_quotes_and_sexes():
    table = '"tid","region","kjonn","folkemengde"\n"2015","301","1",640\n"2015","301","2",650\n'

    assert [(count.code, count.sex, count.persons) for count in counts(table)] == [
        ("0301", "men", 640),
        ("0301", "women", 650),
    ]


def test_a_table_of_our_own_columns_with_a_day():
    assert counts("area,date,sex,age,persons\nnord,2024-07-01,women,30-44,12\n") == [
        Count("nord", date(2024, 7, 1), "women", 30, 44, 12, 2)
    ]


def test_older_letters_are_read_too():
    table = "kommune;kjønn;år;personer\n1804;kvinner;2020;9\n".encode("cp1252")

    assert counts(table)[0].sex == "women"


def test_what_the_office_does_not_know_is_passed_over():
    assert counts("area;year;persons\n1804;2020;..\n1805;2020;\n\n") == []


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("area;year;persons\n1804;2020;five\n", "Row 2, column “persons”: “five” is not a whole"),
        ("area;year;persons\n1804;2020;5\n1804;soon;5\n", "Row 3, column “year”: “soon” is not"),
        ("area;sex;year;persons\n1804;x;2020;5\n", "Row 2, column “sex”: “x” is not a sex"),
        ("area;age;year;persons\n1804;old;2020;5\n", "Row 2, column “age”: “old” is not an age"),
        ("area;age;year;persons\n1804;9-3;2020;5\n", "Row 2, column “age”: “9-3” is not an age"),
    ],
)
def test_a_wrong_cell_is_named(table, says):
    with pytest.raises(ValueIsWrong) as refusal:
        counts(table)

    assert str(refusal.value).startswith(says)


def test_a_missing_column_is_named_with_those_there_are():
    with pytest.raises(ColumnIsMissing) as refusal:
        counts("sted;antall\nBodø;5\n")

    assert str(refusal.value) == (
        "The file lacks a column for the area’s code (area, region, kommunenummer) + the number of"
        " persons (persons, value, folkemengde). It has these: sted, antall."
    )


def test_a_table_without_a_day_asks_for_it():
    with pytest.raises(DayIsMissing):
        counts("area,persons\n1804,5\n")

    assert counts("area,persons\n1804,5\n", date(2021, 1, 1))[0].on == date(2021, 1, 1)


# ── JSON-stat ────────────────────────────────────────────────────────────────


def dataset(**changes):
    return {
        "version": "2.0",
        "class": "dataset",
        "id": ["Region", "Kjonn", "Alder", "ContentsCode", "Tid"],
        "size": [1, 2, 2, 1, 1],
        "role": {"geo": ["Region"], "time": ["Tid"]},
        "dimension": {
            "Region": {"category": {"index": ["1804"]}},
            "Kjonn": {"category": {"index": {"2": 1, "1": 0}}},
            "Alder": {"category": {"index": {"000-017": 0, "018+": 1}}},
            "ContentsCode": {"category": {"label": {"Personer": "Personer"}}},
            "Tid": {"category": {"index": ["2024K3"]}},
        },
        "value": [1, 2, None, 4],
        **changes,
    }


def test_a_dataset_is_walked_in_the_order_of_its_dimensions():
    assert counts(json.dumps(dataset())) == [
        Count("1804", date(2024, 7, 1), "men", 0, 17, 1, 1),
        Count("1804", date(2024, 7, 1), "men", 18, OLDEST, 2, 2),
        Count("1804", date(2024, 7, 1), "women", 18, OLDEST, 4, 4),
    ]


def test_a_sparse_dataset_gives_what_it_has():
    assert [count.persons for count in counts(json.dumps(dataset(value={"3": 4})))] == [4]


def test_a_dataset_divided_by_more_is_refused():
    wider = dataset()
    wider["dimension"]["ContentsCode"] = {"label": "statistikk", "category": {"index": ["a", "b"]}}

    with pytest.raises(DimensionIsNotKnown) as refusal:
        counts(json.dumps(wider))

    assert "“statistikk”" in str(refusal.value)


def test_json_that_is_no_dataset_is_refused():
    with pytest.raises(ColumnIsMissing):
        counts('{"type": "FeatureCollection"}')


# ── Words of the offices ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "ages"),
    [
        ("F0-19", (0, 19)),
        ("F65+", (65, OLDEST)),
        ("65 år og eldre", (65, OLDEST)),
        ("038", (38, 38)),
        ("38 år", (38, 38)),
        ("100+", (100, OLDEST)),
        ("IALT", (0, OLDEST)),
        ("20 - 64", (20, 64)),
        ("youth", None),
    ],
)
def test_ages_are_understood(written, ages):
    assert read_ages(written) == ages


@given(low=st.integers(0, 120), more=st.integers(0, 29))
def test_any_stretch_of_ages_is_read_back(low, more):
    assert read_ages(f"{low}-{low + more}") == (low, low + more)


def test_days_are_understood():
    assert read_day("2015") == date(2015, 1, 1)
    assert read_day("2020K2") == date(2020, 4, 1)
    assert read_day("2020M11") == date(2020, 11, 1)
    assert read_day("2020-13-01") is None


def test_sexes_are_understood():
    assert [read_sex(word) for word in ("1", "Kvinder", "TOT", "?")] == [
        "men",
        "women",
        "all",
        None,
    ]


# ── The real files ───────────────────────────────────────────────────────────


def test_all_norwegian_municipalities_of_2024(real_file):
    shapes = shapes_by_code(read_map(real_file("no-kommuner-2024-small.geojson").read_bytes()))

    assert len(shapes) == 357
    assert "1804" in shapes
    assert not {"0711", "0124"} & set(shapes)


def test_the_topology_of_2020(real_file):
    shapes = shapes_by_code(read_map(real_file("no-kommuner-2020-small.topojson").read_bytes()))

    assert len(shapes) == 354
    assert "0301" in shapes


def test_the_danish_topology_on_a_grid(real_file):
    shapes = shapes_by_code(read_map(real_file("dk-kommuner-dagi-2014.topojson").read_bytes()))

    assert len(shapes) == 99
    assert sum(map(len, shapes.values())) == 311


def test_the_table_and_the_dataset_of_the_office_say_the_same(real_file):
    with (
        real_file("ssb-population-by-municipality-agegroup-2013-2015.csv").open("rb") as table,
        real_file("ssb-population-agegroup-2013-2015.jsonstat2.json").open("rb") as dataset,
    ):
        by_table = {(c.code, c.on, c.age_from): c.persons for c in read_population(table)}
        by_dataset = {(c.code, c.on, c.age_from): c.persons for c in read_population(dataset)}

    assert by_table == by_dataset
    assert by_table["1804", date(2015, 1, 1), 0] == 12429


def test_the_danish_table_by_single_ages(real_file):
    with real_file("dst-folk1a-2020K1-age-sex.csv").open("rb") as table:
        everyone = [count for count in read_population(table) if count.code == "0000"]

    assert {count.on for count in everyone} == {date(2020, 1, 1)}
    assert {count.sex for count in everyone} == {"men", "women"}
