"""What all tests of the API lean on: its document, and what that promises."""

import pytest

from samskap.testing.factories.municipalities import MunicipalityFactory

# Pages and whole files, which are no operations of the API.
OUTSIDE = {"home", "version", "docs", "openapi", "ask", "settings", "archive"}
OUTSIDE |= {"catalogue_as_turtle", "catalogue_as_json"}


def operations_at(everything):
    """Name of each operation → its address, of the addresses of all routes."""
    return {
        name.removeprefix("api:"): path
        for name, path in everything.items()
        if name.startswith("api:") and name.removeprefix("api:") not in OUTSIDE
    }


@pytest.fixture
def document(client, municipality):
    """The OpenAPI document, as it is handed out."""
    return client.get("/api/v1/openapi.json").json()


@pytest.fixture
def operations(document):
    """Name of each operation → what the document says of it."""
    return {
        operation["operationId"]: operation
        for methods in document["paths"].values()
        for operation in methods.values()
    }


@pytest.fixture
def lists(operations):
    """Name of each list → the columns that the document promises."""
    found = {}
    for name, operation in operations.items():
        content = operation["responses"]["200"]["content"]
        if "text/csv" in content:
            columns = content["text/csv"]["schema"]["x-columns"]
            found[name] = [column["name"] for column in columns]
    return found


@pytest.fixture
def far(municipality):
    """Another municipality of the same instance."""
    return MunicipalityFactory(host="far.localhost", slug="far")
