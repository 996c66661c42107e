"""The archive holds everything that the API gives, and nothing that it does not."""

import csv
import io
import json
from datetime import datetime

import pytest
from django.urls import resolve

from samskap.api.columns import columns_of
from samskap.api.tests.reading import archive_of, rows_of, sheet
from samskap.base.tables import LISTS, TABLES, all_tables

pytestmark = pytest.mark.django_db
FITS = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
    "array": list,
    "datetime": str,
    "date": str,
}


def test_every_list_is_a_table_of_the_archive():
    assert set(LISTS) - set(TABLES) == set(), "tell with `whole` how it is read for all at once"
    names = [table.name for table in all_tables()]
    assert len(names) == len(set(names))


def test_the_archive_has_every_row_of_every_list_of_the_api(client, municipality, paths):
    archive = archive_of(municipality)
    for name in LISTS:
        table, belongs = TABLES[name], resolve(paths[name]).kwargs
        given = sheet(client.get(paths[name], {"format": "csv"}).getvalue().decode())
        kept = [
            {column: row[column] for column in LISTS[name].model_fields}
            for row in sheet(archive.read(f"csv/{table.name}.csv").decode())
            if [row[column] for column in table.within] == [str(each) for each in belongs.values()]
        ]

        assert given, name
        if name == "list_initiatives":  # it leaves out what was stopped; the archive does not
            kept = [row for row in kept if row in given]
        assert sorted(map(repr, kept)) == sorted(map(repr, given)), name


def test_every_column_is_described_and_both_forms_say_the_same(municipality, paths):
    archive = archive_of(municipality)
    package = json.loads(archive.read("datapackage.json"))

    assert {each["path"] for each in package["resources"]} | {"datapackage.json", "README.md"} == {
        *archive.namelist()
    }
    for resource in package["resources"]:
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert all(field["description"] for field in fields.values()), resource["name"]
        if resource["format"] == "csv":
            text = archive.read(resource["path"]).decode()
            heading, *lines = csv.reader(io.StringIO(text))
            assert heading == list(fields)
            assert len(lines) == resource["rows"]
            continue
        rows = rows_of(archive, resource["name"].removesuffix("-jsonl"))
        assert len(rows) == resource["rows"]
        for row in rows:
            assert list(row) == list(fields)
            for name, value in row.items():
                fits = (list, str) if isinstance(value, list) else FITS[fields[name]["type"]]
                assert value is None or isinstance(value, fits) or name in {"key"}, name
                if fields[name]["type"] == "datetime" and value:
                    assert datetime.fromisoformat(value).tzinfo


def test_numbers_and_moments_say_their_unit():
    silent = [
        f"{table.name}.{column['name']}"
        for table in all_tables()
        for column in columns_of(table)
        if column["type"] in {"integer", "number", "date", "datetime"} and "unit" not in column
    ]
    assert silent == []


def test_figures_that_are_worked_out_are_in_it_as_well(client, municipality, paths):
    archive = archive_of(municipality)

    answers = client.get("/api/v1/insight/answers").json()
    assert {row["figure"]: (row["value"], row["n"]) for row in rows_of(archive, "answers")} == {
        name: (told["value"], told["n"]) for name, told in answers.items()
    }
    kept = rows_of(archive, "moderation")
    assert kept
    for year in {row["year"] for row in kept}:
        log = client.get(f"/api/v1/conversations/moderation/{year}").json()
        lines = [row for row in kept if row["year"] == year]
        assert [{name: row[name] for name in log["lines"][0]} for row in lines] == log["lines"]
        assert (lines[-1]["appeals"], lines[-1]["appeals_changed"]) == (
            log["appeals"],
            log["appeals_changed"],
        )
    for row in rows_of(archive, "rotas"):
        told = client.get(f"/api/v1/rotas/{row['slug']}").json()
        figures = {"hours_now", "weeks", "shifts_planned", "shifts_covered", "volunteer_hours"}
        assert {name: told[name] for name in figures} == {name: row[name] for name in figures}
