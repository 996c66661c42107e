"""What the API says of single questions: refusals, pages, long tables, figures that are chosen."""

import csv
import io
from datetime import date

import pytest
from django.db import DatabaseError, connection

from samskap.api.tests.reading import table
from samskap.initiatives.models import Topic
from samskap.municipalities.models import Municipality
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.places import AreaFactory, BorderFactory, PopulationFactory

pytestmark = pytest.mark.django_db


def test_what_changed_is_sent_anew(client, municipality):
    path = "/api/v1/places/"
    tag = client.get(path).headers["ETag"]
    AreaFactory(municipality=municipality)

    assert client.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_the_page_at_an_unknown_host_is_not_found(client, municipality):
    answer = client.get("/api/v1/docs", headers={"host": "nobody.localhost"})

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("nothing", 404, "api.nothing_here"),
        ("initiatives/nothing", 404, "api.nothing_here"),
        ("initiatives/no%00thing", 404, "api.nothing_here"),
        ("initiatives/?words=%00", 422, "api.not_understood"),
        ("initiatives/?format=xml", 422, "api.not_understood"),
        ("initiatives/?phase=dream", 422, "api.not_understood"),
        ("initiatives/?after=%20", 422, "api.not_understood"),
        ("initiatives/?after=abc", 422, "base.no_such_place_in_the_list"),
        ("places/population?year=soon", 422, "api.not_understood"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(client, municipality, path, status, code):
    answer = client.get(f"/api/v1/{path}")

    said = answer.json()
    assert (answer.status_code, said["code"]) == (status, code)
    assert said["text"].endswith(".")


def test_each_parameter_that_makes_no_sense_is_named(client, municipality):
    said = client.get("/api/v1/initiatives/", {"format": "xml", "phase": "dream"}).json()

    assert {each["name"] for each in said["parameters"]} == {"format", "phase"}


def test_a_refusal_speaks_the_language_that_is_asked_for(client, municipality):
    said = client.get("/api/v1/nothing", headers={"Accept-Language": "nn"}).json()["text"]

    assert said.startswith("Det er ingenting på denne adressa.")


def test_pages_of_any_site_may_read(client, municipality):
    asked = client.options("/api/v1/initiatives/")
    answer = client.get("/api/v1/initiatives/")

    assert asked.status_code == 204
    assert "If-None-Match" in asked.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_a_question_without_a_body_is_answered_without_one(client, municipality):
    answer = client.head("/api/v1/initiatives/")

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["ETag"] == client.get("/api/v1/initiatives/").headers["ETag"]


def test_whoever_asks_very_often_is_asked_to_wait(client, municipality, settings, rates_are_kept):
    settings.RATES = {**settings.RATES, "open_data": (2, 600)}

    statuses = [client.get("/api/v1/initiatives/").status_code for _ in range(3)]
    answer = client.get("/api/v1/initiatives/")

    assert statuses == [200, 200, 429]
    assert answer.json()["code"] == "base.too_often"
    assert 0 < int(answer.headers["Retry-After"]) <= 600


def test_a_forgotten_stroke_is_put_right(client, municipality):
    answer = client.get("/api/v1/initiatives?format=csv")

    assert answer.headers["Location"] == "/api/v1/initiatives/?format=csv"


def test_a_fault_is_an_apology_in_json(client, municipality):
    client.raise_request_exception = False
    with connection.execute_wrapper(_broken):
        answer = client.get("/api/v1/initiatives/")

    assert (answer.status_code, answer.json()["code"]) == (500, "api.our_fault")


def _broken(execute, sql, *rest):
    """A database that has lost one table."""
    if '"initiatives_initiative"' in sql:
        raise DatabaseError("gone")
    return execute(sql, *rest)


def test_the_next_page_is_named_in_the_body_and_in_the_headers(client, municipality):
    OrganisationFactory.create_batch(101, municipality=municipality)

    first = client.get("/api/v1/organisations/", {"kind": "association"})
    address, rel = first.headers["Link"].split("; ")
    second = client.get(address.strip("<>"))

    assert rel == 'rel="next"'
    assert [len(page.json()["items"]) for page in (first, second)] == [100, 1]
    assert second.json()["older"] == ""
    assert "Link" not in second.headers


def test_a_long_table_is_whole_and_goes_on_from_a_place(client, municipality):
    Topic.objects.bulk_create(
        Topic(municipality=municipality, slug=f"topic-{n:04}", name={"en": str(n)})
        for n in range(2500)
    )
    slugs = [f"topic-{n:04}" for n in range(2500)]
    older = client.get("/api/v1/initiatives/topics").json()["older"]

    _heading, rows = table(client, "/api/v1/initiatives/topics")
    rest = client.get("/api/v1/initiatives/topics", {"format": "csv", "after": older})

    assert [row[0] for row in rows] == slugs
    found = csv.DictReader(io.StringIO(rest.getvalue().decode()))
    assert [row["slug"] for row in found] == slugs[100:]


def test_figures_of_population_are_chosen(client, municipality):
    area = AreaFactory(municipality=municipality, slug="vika")
    PopulationFactory(area=area, counted_on=date(2024, 1, 1), sex="women", persons=60)
    PopulationFactory(area=area, counted_on=date(2024, 1, 1), sex="men", persons=55)
    PopulationFactory(area=area, counted_on=date(2025, 1, 1), sex="men", persons=50)
    PopulationFactory(area__municipality=municipality, counted_on=date(2024, 1, 1), sex="men")

    asked = {"area": "vika", "year": "2024", "sex": "men"}
    items = client.get("/api/v1/places/population", asked).json()["items"]

    assert [item["persons"] for item in items] == [55]


def test_an_area_has_its_border_and_its_residents(client, municipality):
    area = BorderFactory(area__municipality=municipality).area
    PopulationFactory(area=area, persons=115)

    said = client.get(f"/api/v1/places/{area.slug}").json()

    assert (said["residents"], said["counted_on"]) == (115, "2025-01-01")
    assert (said["border"]["west"], said["border"]["shape"]["type"]) == (14.0, "MultiPolygon")


def test_the_municipality_says_who_it_is(client, municipality):
    said = client.get("/api/v1/municipalities/here").json()

    assert (said["name"], said["host"]) == (municipality.name, "testserver")
    assert Municipality.objects.get(slug=said["slug"]) == municipality


def test_an_initiative_has_an_address_here(client, municipality):
    initiative = InitiativeFactory(municipality=municipality)

    (found,) = client.get("/api/v1/initiatives/").json()["items"]

    assert found["address"] == initiative.get_absolute_url()
