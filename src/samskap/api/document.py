"""The OpenAPI document: every operation, described to programs and to the page for people."""

from copy import deepcopy
from functools import cache
from typing import Any

from django.utils import translation
from django.utils.module_loading import import_string

from samskap.api.open_data import open_data
from samskap.base.modules import all_modules
from samskap.municipalities.models import Municipality

Document = dict[str, Any]

ABOUT = """
Everything that is public in one municipality: initiatives with their history, frame, partners,
agreements, decisions and promises; ideas and questions and what became of them; where initiatives
stand on the ladder of co-creation; organisations; areas with borders and population.

**Whose data.** One instance serves many municipalities. The host name decides: every operation
answers with the data of the municipality whose pages live at the same host name, and of no other.

**Licence.** The one that is named above: use the data for whatever you like, and say where they
come from.

**People.** No person stands here by name. Who gave, decided or promised is told by side (public,
non_public) and by kind of actor (resident, association, employee …); organisations stand by name.
What people wrote is given as they wrote it.

**Lists.** A list gives 100 rows a page. `older` is the place where the next page begins: send it
as `after`; the header `Link` with `rel="next"` says the same. Rows that arrive while you read are
neither shown twice nor left out. `format=csv` gives every row in one table (RFC 4180, UTF-8, with
a heading); a field with several words has them apart by blanks, one with parts is JSON, and a text
that a spreadsheet would take for a formula has an apostrophe before it.

**Units.** Moments are ISO 8601 with time zone, days ISO 8601, shares 0 … 1, percent 0 … 100,
degrees WGS 84. Texts are Markdown where it says so.

**Asking again.** Every answer except a table of more than 2 000 rows has an `ETag`. Send it as
`If-None-Match`, and what has not changed costs a 304. Whoever asks very often gets a 429 with
`Retry-After` in seconds.

**No.** What is refused is JSON with a `code` for programs, which never changes, and a `text` for
people, in the language that `Accept-Language` asks for.
"""
TAGS = [
    {"name": "municipality", "description": "Whose data this is."},
    {"name": "places", "description": "Areas, borders and population."},
    {"name": "organisations", "description": "Who acts together."},
    {"name": "initiatives", "description": "From the dream to what runs."},
    {"name": "conversations", "description": "What people say about it, and how it is moderated."},
    {"name": "ideas", "description": "What people gave, and what became of it."},
    {"name": "rotas", "description": "Who takes which shift, and how well it is covered."},
    {"name": "insight", "description": "How equal it was, and how people were answered."},
]
REFUSED = {
    "type": "object",
    "title": "Refused",
    "description": "Why there is no answer, and what to do.",
    "properties": {
        "code": {"type": "string", "description": "for programs; never changes"},
        "text": {"type": "string", "description": "for people"},
        "parameters": {
            "type": "array",
            "description": "with 422: each parameter that was not understood",
            "items": {
                "type": "object",
                "properties": {"name": {"type": "string"}, "text": {"type": "string"}},
                "required": ["name", "text"],
            },
        },
    },
    "required": ["code", "text"],
}
REFUSALS = {
    "404": "There is nothing at this address, or no municipality at this host name.",
    "422": "A parameter cannot be understood.",
    "429": "Asked very often; `Retry-After` says in seconds when to go on.",
}
ETAG = {"description": "names this state of the answer", "schema": {"type": "string"}}
LINK = {"description": "address of the next page, rel=next", "schema": {"type": "string"}}
RETRY = {"description": "seconds", "schema": {"type": "integer"}}


@cache
def _for_any_host() -> Document:
    """Write the document without saying where it is served."""
    document: Document = dict(open_data.get_openapi_schema(path_prefix="/api/v1/"))
    document["info"] = {
        "title": open_data.title,
        "version": open_data.version,
        "summary": "What is public in one municipality, for programs.",
        "description": ABOUT.strip(),
    }
    document["tags"] = [*TAGS, *_tags_of_others()]
    document["components"]["schemas"]["Refused"] = REFUSED
    for path in document["paths"].values():
        for operation in path.values():
            _complete(operation)
    return document


def _tags_of_others() -> list[dict[str, str]]:
    """What modules without a description of their own promise; the document is in English."""
    known = {tag["name"] for tag in TAGS}
    with translation.override("en"):
        promised = {
            tag: str(module.promise)
            for module in all_modules()
            if module.open_data
            for tag in import_string(module.open_data).tags or []
        }
    return [{"name": n, "description": says} for n, says in promised.items() if n not in known]


def _complete(operation: Document) -> None:
    """Say of an operation what is true of all: its headers, and how it refuses."""
    operation["summary"] = operation["operationId"].replace("_", " ").capitalize()
    responses = {str(status): told for status, told in operation["responses"].items()}
    found = responses["200"]
    found["description"] = "What was asked for."
    found["headers"] = {"ETag": ETAG}
    if "text/csv" in found["content"]:
        found["headers"] = {"ETag": ETAG, "Link": LINK}
    responses["304"] = {"description": "What you have already still holds."}
    for status, says in REFUSALS.items():
        told = {"schema": {"$ref": "#/components/schemas/Refused"}}
        responses[status] = {"description": says, "content": {"application/json": told}}
    responses["429"]["headers"] = {"Retry-After": RETRY}
    operation["responses"] = responses


def document_at(address: str, municipality: Municipality) -> Document:
    """The document of one municipality: `address` is where it lives, without a path."""
    document = deepcopy(_for_any_host())
    licence = municipality.open_licence
    document["info"]["license"] = {"name": licence.name, "url": licence.url}
    document["servers"] = [{"url": address, "description": municipality.name}]
    return document
