"""Files that want to do harm, or were written wrong, are refused in a sentence, and fast."""

import io
import json

import pytest

from samskap.base.refusals import Refusal
from samskap.places.errors import (
    BorderCrossesItself,
    CodePropertyIsMissing,
    FileIsNotAMap,
    FileIsNotJson,
    MapIsTooDetailed,
    TableIsTooLarge,
    ValueIsWrong,
)
from samskap.places.formats.maps import read_map, shapes_by_code
from samskap.places.formats.population import read_population
from samskap.places.geometry import clean, refuse_crossing

RING = [[14, 67], [15, 67], [15, 68], [14, 68], [14, 67]]
AREA = {
    "type": "Feature",
    "properties": {"code": "1804"},
    "geometry": {"type": "Polygon", "coordinates": [RING]},
}


def shapes(content):
    """Read a map as the import does, to the end."""
    content = content if isinstance(content, str | bytes) else json.dumps(content)
    return {code: clean(shape) for code, shape in shapes_by_code(read_map(content)).items()}


def counts(content):
    """Read figures as the import does, to the end."""
    content = content if isinstance(content, bytes) else content.encode()
    return list(read_population(io.BytesIO(content)))


def of_features(*features):
    return {"type": "FeatureCollection", "features": list(features)}


def of_arcs(arcs, rings, **more):
    area = {"type": "Polygon", "arcs": rings, "properties": {"code": "1804"}}
    return {"type": "Topology", "arcs": arcs, "objects": {"areas": area}, **more}


def collections(depth):
    """An area within a collection within a collection, and so on."""
    return '{"type":"GeometryCollection","geometries":[' * depth + "]}" * depth


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"type": "Polygon", "coordinates": ' + "[" * 900 + "]" * 900 + "}",
        collections(900),
        '{"type": "Topology", "arcs": [], "objects": {"a": ' + collections(900) + "}}",
        '{"type": "Polygon", "coordinates": [[[' + "9" * 5000 + ", 1]]]}",
        "\ufeff".encode("utf-16"),
        b"\xff\xfe\xfd",
    ],
)
def test_json_that_breaks_readers_is_refused(content):
    with pytest.raises((FileIsNotJson, FileIsNotAMap)):
        shapes(content)


@pytest.mark.parametrize(
    "document",
    [
        of_features(1, "a", None),
        of_features({**AREA, "properties": [1, 2]}),
        of_features({**AREA, "properties": "code"}),
        of_features({**AREA, "geometry": {"type": "GeometryCollection", "geometries": 7}}),
        of_features({**AREA, "geometry": {"type": "Polygon", "coordinates": [[[10**400, 1]] * 4]}}),
        {**of_features(AREA), "crs": {"type": "name", "properties": ["EPSG:25833"]}},
        {**of_features(AREA), "crs": {"type": "name", "properties": {"name": "EPSG:3857"}}},
        of_arcs([[[0, 0], [10**400, 0], [0, 1]]], [[0]]),
        of_arcs([[[0, 0], [1, 0], [0, 1]]], [[0]], transform={"scale": "ab", "translate": [0, 0]}),
        of_arcs([[[0, 0], [1, 0], [0, 1]]], [[0]], transform=[1, 2]),
        of_arcs([[[0, 0], [1, 0], [0, 1]]], [[-5]]),
        of_arcs([[[0, 0], [1, 0], [0, 1]]], [[10**30]]),
        of_arcs([[[0, 0], [1, 0], [0, 1]]], [["0"]]),
        of_arcs([[[0, 0], [1, 0], [0, 1]]], {"a": 1}),
        of_arcs([[[0, 0], [1, 0], [0, 1]]], [[0.5]]),
        of_arcs(7, [[0]]),
        of_arcs([7], [[0]]),
        {"type": "Topology", "arcs": [], "objects": {"a": 7, "b": None}},
        {"type": "Topology", "arcs": [], "objects": {"a": {"type": "GeometryCollection"}}},
        {
            "type": "Topology",
            "arcs": [],
            "objects": {"a": {"type": "GeometryCollection", "geometries": [7]}},
        },
    ],
)
def test_a_map_that_is_built_wrong_is_refused(document):
    with pytest.raises(Refusal):
        shapes(document)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_what_is_no_number_is_no_place(number):
    content = json.dumps(of_features(AREA)).replace("14", number)

    with pytest.raises(Refusal):
        shapes(content)


def test_a_small_file_cannot_unfold_into_a_large_map():
    arc = [[14 + n / 100_000, 67] for n in range(10_000)]

    with pytest.raises(MapIsTooDetailed):
        shapes(of_arcs([arc], [[0] * 10_000]))


def test_more_than_anybody_draws_is_not_held_against_itself_for_an_hour():
    drawn = [[[[14 + n / 1000, 67 + n % 2 / 10] for n in range(900)]] for _each in range(200)]
    crossing = [[[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]]

    refuse_crossing(drawn + crossing)

    with pytest.raises(BorderCrossesItself):
        refuse_crossing(crossing)


@pytest.mark.parametrize("name", ["navn\x00", "\ud800", "\u202egnp", "a\nb"])
def test_what_is_no_letter_is_not_repeated(name):
    area = {**AREA, "properties": {name: "Bodø"}}

    with pytest.raises(CodePropertyIsMissing) as refusal:
        shapes(of_features(area))

    assert name not in str(refusal.value)
    assert str(refusal.value).isprintable()


def test_a_long_list_of_names_is_cut_in_the_sentence():
    area = {**AREA, "properties": {f"name{n}": "x" * 2000 for n in range(10_000)}}

    with pytest.raises(Refusal) as refusal:
        shapes(of_features(area))

    assert len(str(refusal.value)) < 1000


@pytest.mark.parametrize(
    "table",
    [
        "area;year;persons\n1804;2020;" + "9" * 5000 + "\n",
        "area;year;persons\n1804;2020;99999999999\n",
        "area;year;persons\n1804;2020;" + "x" * 200_000 + "\n",
        "area;year;persons\n1804;2020;5\n1804;" + '"' + "a\n" * 100_000,
        "area;year;persons\n1804;2020;²\n",
        b"area;year;persons\n\x81\x8d;\x90;\x9d\n",
    ],
)
def test_a_table_that_breaks_readers_names_the_row(table):
    with pytest.raises(ValueIsWrong) as refusal:
        counts(table)

    assert len(str(refusal.value)) < 1000


def test_a_table_with_two_bytes_a_letter_is_read():
    table = "area;year;sex;persons\n1804;2020;kvinner;9\n"

    assert counts(table.encode("utf-16"))[0].persons == 9


def test_a_heading_without_an_end_is_cut_in_the_sentence():
    with pytest.raises(Refusal) as refusal:
        counts("x;" * 1_000_000)

    assert len(str(refusal.value)) < 1000


def dataset(**changes):
    """A JSON-stat dataset of one count, changed."""
    plain = {
        "class": "dataset",
        "id": ["Region", "Tid"],
        "size": [1, 1],
        "dimension": {
            "Region": {"category": {"index": ["1804"]}},
            "Tid": {"category": {"index": ["2020"]}},
        },
        "value": [5],
    }
    return json.dumps(plain | changes)


def test_the_plain_dataset_is_read():
    assert [count.persons for count in counts(dataset())] == [5]


@pytest.mark.parametrize(
    "content",
    [
        dataset(id=[1, {"a": 2}]),
        dataset(id=["Region", "Tid", "Alder"]),
        dataset(dimension=[]),
        dataset(dimension={"Region": 7, "Tid": None}),
        dataset(dimension={"Region": {"category": []}, "Tid": {"category": {}}}),
        dataset(dimension={"Region": {"category": {"index": 7}}, "Tid": {"category": {}}}),
        dataset(role={"geo": 7}),
        dataset(value="five"),
        dataset(value=["5"]),
        dataset(value=[-1]),
        dataset(value=[True]),
        dataset(value=[10**12]),
        dataset().replace("[5]", "[NaN]"),
        dataset().replace("[5]", "[Infinity]"),
        dataset().replace("[5]", "[1e999]"),
    ],
)
def test_a_dataset_that_is_built_wrong_is_refused(content):
    with pytest.raises(Refusal):
        counts(content)


def test_a_dataset_of_endless_empty_cells_is_refused():
    many = {"category": {"index": [f"{n}" for n in range(5000)]}}
    names = ["Region", "Tid", "Kjonn", "Alder"]
    content = dataset(id=names, dimension=dict.fromkeys(names, many), value={})

    with pytest.raises(TableIsTooLarge):
        counts(content)
