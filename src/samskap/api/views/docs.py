"""The document for programs, and a page that says the same to people."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from samskap.api.document import Document, document_at
from samskap.api.errors import NothingHere
from samskap.api.open_data import docs_address, say_no
from samskap.municipalities.middleware import MunicipalityRequest

SHAPES = "#/components/schemas/"


def document_of(request: MunicipalityRequest) -> Document:
    """The OpenAPI document of the municipality that was asked."""
    return document_at(request.build_absolute_uri("/").rstrip("/"), request.municipality)


def openapi(request: MunicipalityRequest) -> HttpResponse:
    """Hand out the OpenAPI document."""
    return JsonResponse(document_of(request), json_dumps_params={"ensure_ascii": False})


@require_safe
def docs(request: MunicipalityRequest) -> HttpResponse:
    """List every operation of the API for people."""
    if request.municipality is None:
        raise Http404
    document = document_of(request)
    shapes = document["components"]["schemas"]
    groups = [
        {
            "tag": tag["name"],
            "says": tag["description"],
            "operations": [
                operation_card(path, operation)
                for path, methods in document["paths"].items()
                for operation in methods.values()
                if operation["tags"] == [tag["name"]]
            ],
        }
        for tag in document["tags"]
    ]
    facts = {
        "about": document["info"]["description"],
        "licence": document["info"]["license"],
        "server": document["servers"][0]["url"],
        "groups": groups,
        "shapes": [shape_card(name, shape) for name, shape in sorted(shapes.items())],
    }
    return render(request, "api/docs.html", facts)


def operation_card(path: str, operation: Document) -> dict[str, Any]:
    """One operation as the page shows it."""
    content = operation["responses"]["200"]["content"]
    return {
        "id": operation["operationId"],
        "title": operation["summary"],
        "path": path,
        "says": operation["description"],
        "parameters": [
            {
                "name": each["name"],
                "type": type_of(each["schema"])["words"],
                "says": each.get("description", ""),
                "is_required": each["required"],
            }
            for each in operation["parameters"]
        ],
        "columns": content.get("text/csv", {}).get("schema", {}).get("x-columns", []),
        "shape": type_of(content["application/json"]["schema"]),
    }


def shape_card(name: str, shape: Document) -> dict[str, Any]:
    """One shape with its fields, as the page shows it."""
    return {
        "name": name,
        "says": shape.get("description", ""),
        "fields": [
            {"name": field, "type": type_of(facts), "says": facts.get("description", "")}
            for field, facts in shape.get("properties", {}).items()
        ],
    }


def type_of(schema: Document) -> dict[str, str]:
    """Say in a few words of what kind a value is, and which shape it has, if it has a name."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(SHAPES)
        return {"words": name, "shape": name}
    if "anyOf" in schema:
        kinds = [type_of(each) for each in schema["anyOf"]]
        words = " or ".join("empty" if kind["words"] == "null" else kind["words"] for kind in kinds)
        return {"words": words, "shape": next((k["shape"] for k in kinds if k["shape"]), "")}
    if "enum" in schema:
        return {"words": ", ".join(str(each) or "“”" for each in schema["enum"]), "shape": ""}
    if schema.get("type") == "array":
        inner = type_of(schema.get("items", {}))
        return {"words": f"list of {inner['words']}", "shape": inner["shape"]}
    return {"words": schema.get("format") or schema.get("type", "anything"), "shape": ""}


def elsewhere(request: HttpRequest, rest: str) -> HttpResponse:
    """Say that there is no such operation; a forgotten stroke at the end is put right."""
    try:
        found = resolve(f"{request.path}/")
    except Resolver404:
        found = None
    if found is not None and found.func is not request.resolver_match.func:  # type: ignore[union-attr]
        asked = request.META.get("QUERY_STRING", "")
        return redirect(f"{request.path}/{'?' if asked else ''}{asked}")
    return say_no(request, NothingHere(docs=docs_address(request)))


def version(request: HttpRequest) -> HttpResponse:
    """Lead to the page that lists the operations."""
    return redirect("api:docs")
