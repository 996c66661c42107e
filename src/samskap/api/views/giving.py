"""What is handed out whole: the page about it, the archive, and what catalogues read."""

from typing import Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.api import actions, queries
from samskap.api.catalogue import Node, as_json_ld, as_turtle, record_of
from samskap.api.errors import NoArchiveYet
from samskap.api.models import Archive
from samskap.api.open_data import say_no
from samskap.base.errors import TooOften
from samskap.base.modules import all_modules
from samskap.base.rates import count
from samskap.base.tables import all_tables
from samskap.municipalities.middleware import MunicipalityRequest


@require_safe
def home(request: MunicipalityRequest) -> HttpResponse:
    """Tell everybody what can be had, and under which licence."""
    here = request.municipality
    if here is None:
        raise Http404
    archive = queries.archive_of(here)
    page = {
        "archive": archive,
        "is_asked_for": queries.is_asked_for(here),
        "is_fresh": archive is not None and actions.is_fresh(archive),
        "contents": contents_of(archive) if archive else [],
        "licence": here.open_licence,
        "for_programs": for_programs(),
    }
    return render(request, "api/home.html", page)


def for_programs() -> list[dict[str, str]]:
    """Where programs begin, as tiles."""
    return [
        {
            "title": _("The interface"),
            "text": _("Ask for one list or one thing at a time, as JSON or CSV."),
            "url": reverse("api:docs"),
        },
        {
            "title": _("For catalogues of data"),
            "text": _("What there is, in the words of DCAT-AP-NO. National catalogues fetch it."),
            "url": reverse("api:catalogue_as_turtle"),
        },
    ]


def contents_of(archive: Archive) -> list[dict[str, Any]]:
    """What each module has in an archive: its title, its promise, and how many rows."""
    rows: dict[str, int] = {}
    for table in all_tables():
        rows[table.module] = rows.get(table.module, 0) + archive.rows.get(table.name, 0)
    return [
        {"title": module.title, "promise": module.promise, "rows": rows[module.key]}
        for module in all_modules()
        if rows.get(module.key)
    ]


@require_POST
def ask(request: MunicipalityRequest) -> HttpResponse:
    """Ask for a new archive."""
    count(request, "archive")
    actions.ask_for_archive(municipality=request.municipality)
    messages.success(request, _("A new archive is being made. Come back in a few minutes."))
    return redirect("api:home")


def archive(request: HttpRequest) -> HttpResponseBase:
    """Hand out the archive; in a few bytes where the asker has it already."""
    here = request.municipality  # type: ignore[attr-defined]
    found = queries.archive_of(here)
    if found is None or not default_storage.exists(found.path):
        page = request.build_absolute_uri(reverse("api:home"))
        return say_no(request, NoArchiveYet(page=page))
    tag = f'"{found.digest}"'
    if kept := get_conditional_response(request, etag=tag):
        return kept
    try:
        count(request, "archive")
    except TooOften as refusal:
        return say_no(request, refusal)
    response = FileResponse(
        default_storage.open(found.path),
        as_attachment=True,
        filename=f"samskap-{here.slug}-{found.made_at:%Y-%m-%d}.zip",
        content_type="application/zip",
    )
    response.headers["ETag"] = tag
    return response


def catalogue_as_turtle(request: MunicipalityRequest) -> HttpResponse:
    """Describe what is open, as catalogues read it most."""
    return HttpResponse(as_turtle(_record(request)), content_type="text/turtle; charset=utf-8")


def catalogue_as_json(request: MunicipalityRequest) -> HttpResponse:
    """Describe the same as JSON-LD."""
    return HttpResponse(as_json_ld(_record(request)), content_type="application/ld+json")


def _record(request: MunicipalityRequest) -> list[Node]:
    """The record of the municipality that was asked."""
    here = request.municipality
    return record_of(here, queries.archive_of(here))
