"""What the OpenAPI document and its page say, and that it is so."""

import html5lib
import pytest
from django.conf import settings

from samskap.api.tests.conftest import OUTSIDE
from samskap.testing.routes import all_routes

pytestmark = pytest.mark.django_db
XHTML = "{http://www.w3.org/1999/xhtml}"


def test_the_document_names_version_licence_and_whose_data_it_is(document, municipality):
    assert document["openapi"] == "3.1.0"
    assert document["info"]["license"]["name"] == "NLOD 2.0"
    assert document["servers"] == [{"url": "http://testserver", "description": municipality.name}]


def test_every_operation_and_every_field_is_described(document, operations):
    silent = [
        f"{name}.{field}"
        for name, shape in document["components"]["schemas"].items()
        for field, facts in shape["properties"].items()
        if not facts.get("description")
    ]
    assert silent == []
    assert [name for name, told in operations.items() if not told["description"]] == []
    assert [
        f"{name}: {parameter['name']}"
        for name, told in operations.items()
        for parameter in told["parameters"]
        if parameter["in"] == "query" and not parameter.get("description")
    ] == []


def test_every_route_is_in_the_document_once(document, operations):
    in_all = sum(len(methods) for methods in document["paths"].values())
    routes = {route.name.removeprefix("api:") for route in all_routes() if "api:" in route.name}

    assert len(operations) == in_all
    assert routes - OUTSIDE == set(operations)


def test_every_operation_says_how_it_refuses(operations):
    statuses = {"200", "304", "404", "422", "429"}

    assert [name for name, told in operations.items() if set(told["responses"]) != statuses] == []


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_page_lists_every_operation_and_is_valid(client, operations, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    answer = client.get("/api/v1/docs")

    parser = html5lib.HTMLParser()
    page = parser.parse(answer.text)
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    links = {
        link.get("href")[1:]
        for link in page.iter(f"{XHTML}a")
        if link.get("href", "").startswith("#")
    }
    labels = [e.get("aria-label") for e in page.iter() if e.get("role") == "region"]
    assert parser.errors == []
    assert len(ids) == len(set(ids))
    assert len(labels) == len(set(labels))
    assert set(operations) <= set(ids)
    assert links <= set(ids)


def test_the_bare_address_leads_to_the_page(client, municipality):
    assert client.get("/api/v1/").headers["Location"] == "/api/v1/docs"
