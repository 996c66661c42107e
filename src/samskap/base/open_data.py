"""Lists as open data: page by page as JSON, whole as CSV, and 304 for what has not changed."""

import csv
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, Generic, Literal, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import condition
from ninja import Field, Query, Router, Schema
from ninja.decorators import decorate_view
from ninja.utils import contribute_operation_args
from pydantic import create_model

from samskap.base import tables
from samskap.base.errors import NoSuchPlaceInTheList
from samskap.base.etag import release
from samskap.base.keyset import Page, is_place_in, page_of

Row = TypeVar("Row")
View = Callable[..., Any]

PAGE = 100  # rows of a page of JSON
CHUNK = 2000  # rows of a table that are read at once
# A spreadsheet would read these as a formula; some read the wide ones of East Asia so too.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
WITH_TIME_ZONE = "with time zone"


class Asked(Schema):
    """How a list is wanted."""

    format: Literal["json", "csv"] = Field(
        "json",
        description="json: one page of 100 rows; csv: every row in one table, with a heading",
    )
    after: str = Field(
        "",
        max_length=1000,
        pattern=r"^[A-Za-z0-9_-]*$",
        description="the `older` of the page before; without it the list starts at its beginning",
    )


@dataclass(frozen=True, kw_only=True)
class Rows(Generic[Row]):
    """What a list holds.

    found  the rows, read through the same query as the page
    order  names of fields as `keyset.page_of` takes them; the last is unique
    out    what leaves the house of one row, and no more
    within what each row belongs to, by column; for tables of a whole municipality, see `tables`
    """

    found: QuerySet[Any, Row]
    order: tuple[str, ...]
    out: Callable[[Row], Schema]
    within: Callable[[Row], dict[str, Any]] | None = None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """The rows of a table that are worked out and not read; so few that memory holds them."""

    rows: Sequence[Schema]


def listing(
    router: Router, path: str, *, row: type[Schema], version: View | None = None
) -> Callable[[View], View]:
    """Make a list of open data of a function that returns Rows.

    row      the shape of one row; its fields are the columns of the table
    version  takes what the view takes, and returns anything that changes whenever the list does;
             None where nothing is known, and then the list is read before 304 is said
    """
    page_out: Any = create_model(
        f"{row.__name__.removesuffix('Out')}Page",
        __base__=Schema,
        __doc__=f"One page. {row.__doc__}",
        items=(list[row], Field(description="100 rows at the most")),  # type: ignore[valid-type]
        older=(str, Field(description="send it as `after` for the next page; empty at the end")),
    )

    def register(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **named: Any) -> Any:
            asked: Asked = named.pop("asked_page")
            rows: Rows[Any] = view(request, **named)
            if asked.after and not is_place_in(rows.found, rows.order, asked.after):
                raise NoSuchPlaceInTheList
            if asked.format == "csv":
                return _table(rows, asked.after, columns_of(row), name=view.__name__)
            page = page_of(rows.found, order=rows.order, after=asked.after, size=PAGE)
            return page_out(items=[rows.out(each) for each in page.items], older=page.older_token)

        contribute_operation_args(answer, "asked_page", Asked, Query(...))  # type: ignore[type-arg]
        if version is not None:
            answer = decorate_view(condition(etag_func=_tag_by(version)))(answer)
        router.get(path, response=page_out, openapi_extra=_says_csv(row))(answer)
        tables.note(view, row=row, stands_alone="{" not in path)
        return view

    return register


def columns_of(row: type[Schema]) -> dict[str, str]:
    """The columns of a table, and what each means: the fields of a row in their order."""
    return {name: field.description or "" for name, field in row.model_fields.items()}


def tag_of(*parts: object) -> str:
    """Name one state of an answer; release, language and day belong to it."""
    words = repr((release(), get_language(), timezone.localdate(), *parts)).encode()
    return f'"{hashlib.blake2b(words, digest_size=16).hexdigest()}"'


def link_to_next(request: HttpRequest, response: HttpResponse) -> None:
    """Say in the headers where the next page is, for programs that follow links (RFC 8288)."""
    try:
        older = json.loads(response.content).get("older")
    except (ValueError, AttributeError):
        return
    if older:
        asked = request.GET.copy()
        asked["after"] = older
        address = request.build_absolute_uri(f"{request.path}?{asked.urlencode()}")
        response.headers["Link"] = f'<{address}>; rel="next"'


def _tag_by(version: View) -> View:
    """Make the tag of an answer of what its version says."""

    def tag(request: HttpRequest, *args: Any, **named: Any) -> str | None:
        now = version(request, *args, **named)
        if now is None:
            return None
        return tag_of(request.get_host(), request.get_full_path(), now)

    return tag


def _says_csv(row: type[Schema]) -> dict[str, Any]:
    """Tell in the document of the API that a list is had as a table, and with which columns."""
    columns = columns_of(row)
    told = {
        "type": "string",
        "description": "Columns: " + ", ".join(columns),
        "x-columns": [{"name": name, "description": says} for name, says in columns.items()],
    }
    return {"responses": {200: {"content": {"text/csv": {"schema": told}}}}}


class Echo:
    """A file that gives back each line it is given."""

    def write(self, line: str) -> str:
        """Give the line back."""
        return line


def _table(
    rows: Rows[Any], after: str, columns: dict[str, str], *, name: str
) -> HttpResponse | StreamingHttpResponse:
    """Write the rows as a table; one of more than a chunk is sent while it is read."""
    zone = timezone.get_current_timezone()
    writer = csv.writer(Echo())

    def chunk(after: str) -> tuple[str, str]:
        """Write the rows after a place, and say where the next chunk begins."""
        # The rest of a long table is read when the request has left the municipality’s time.
        with timezone.override(zone):
            page: Page[Any] = page_of(rows.found, order=rows.order, after=after, size=CHUNK)
            lines = [writer.writerow(_cells(rows.out(each), columns)) for each in page.items]
        return "".join(lines), page.older_token

    def rest(older: str) -> Iterator[str]:
        """Write what follows the first chunk."""
        while older:
            lines, older = chunk(older)
            yield lines

    first, older = chunk(after)
    opening = writer.writerow(columns) + first
    kind = "text/csv; charset=utf-8"
    response: HttpResponse | StreamingHttpResponse
    if older:
        response = StreamingHttpResponse(_joined(opening, rest(older)), content_type=kind)
    else:
        response = HttpResponse(opening, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _joined(opening: str, rest: Iterator[str]) -> Iterator[str]:
    """Send the opening, then the rest."""
    yield opening
    yield from rest


def _cells(row: Schema, columns: dict[str, str]) -> list[str]:
    """Write one row, so that no spreadsheet takes a text for a formula."""
    values = row.model_dump(mode="json")
    return [cell(values[name]) for name in columns]


def cell(value: object) -> str:
    """Write one value: nothing as nothing, words apart by blanks, what has parts as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = " ".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(RISKY) else value
    return str(value)
