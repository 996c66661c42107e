"""What holds for every operation: tables, 304, refusals, and who may read."""

import re
from itertools import product

import pytest

from samskap.api.tests.reading import table

pytestmark = pytest.mark.django_db


def test_every_table_has_the_columns_that_the_document_promises(client, paths, lists):
    assert {name: table(client, paths[name])[0] for name in lists} == lists


def test_page_and_table_say_the_same_of_every_list(client, paths, lists):
    for name in lists:
        items = client.get(paths[name]).json()["items"]
        _heading, rows = table(client, paths[name])

        assert len(items) == len(rows) > 0, name
        assert [list(item) for item in items] == [lists[name]] * len(items), name


def test_the_empty_answer_and_the_whole_one_have_a_tag_each(client, paths):
    for (name, path), query in product(paths.items(), ({}, {"format": "csv"})):
        first = client.get(path, query)
        tag = first.headers["ETag"]
        again = client.get(path, query, headers={"If-None-Match": tag})

        assert (first.status_code, again.status_code) == (200, 304), name
        assert again.content == b""
        assert again.headers["ETag"] == tag


def test_nothing_of_another_municipality_is_found(client, paths, lists, far, people):
    for person in (None, *people.values()):
        if person:
            client.force_login(person)
        for name, path in paths.items():
            answer = client.get(path, headers={"host": "far.localhost"})
            if answer.status_code == 200 and name in lists:
                assert answer.json()["items"] == [], name
            else:
                whole = {"this_municipality", "municipality_answers", "search_everything"}
                whole |= {"council_figures"}
                assert (answer.status_code == 200) == (name in whole), name


def test_who_asks_makes_no_difference(client, paths, people):
    unknown = {name: client.get(path).content for name, path in paths.items()}
    for role in ("administrator", "facilitator", "resident"):
        client.force_login(people[role])
        assert {name: client.get(path).content for name, path in paths.items()} == unknown


def test_no_person_stands_in_any_answer(client, paths, people):
    secrets = {
        str(value).lower()
        for person in people.values()
        for value in (person.email, person.public_id, person.pseudonym_key, person.shown_name)
    }
    for name, path in paths.items():
        words = set(re.split(r"[^\w@.-]+", client.get(path).text.lower()))
        assert words & secrets == set(), name


def test_an_unknown_host_is_told_so_as_json(client, municipality, paths):
    for path in (*paths.values(), "/api/v1/openapi.json", "/api/v1/nothing"):
        answer = client.get(path, headers={"host": "nobody.localhost"})

        assert (answer.status_code, answer.json()["code"]) == (404, "api.nobody_here"), path


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, paths, method):
    for path in paths.values():
        answer = getattr(client, method)(path)

        assert (answer.status_code, answer.json()["code"]) == (405, "api.only_for_reading")
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
