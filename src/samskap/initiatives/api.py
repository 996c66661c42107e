"""Initiatives as open data: public, read-only, and about what is done, never about who by name."""

import csv
import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import condition
from ninja import Field, Query, Router, Schema
from ninja.decorators import decorate_view

from samskap.base.etag import release
from samskap.base.keyset import page_of
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries import initiatives as queries
from samskap.initiatives.queries.frames import frames_of
from samskap.initiatives.queries.history import steps_of
from samskap.municipalities.models import Municipality

router = Router(tags=["initiatives"])

PAGE = 100
COLUMNS = (
    "slug", "title", "state", "phase", "field", "rung", "rung_is_provisional", "raised_at",
    "raised_as", "raised_for", "topics", "areas", "address",
)  # fmt: skip
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would read these as a formula


class Asked(Schema):
    """What is looked for; empty means all."""

    phase: str = Field("", description="define, design, implement, drive or ended")
    topic: str = Field("", description="slug of a topic")
    area: str = Field("", description="slug of an area; its parts count too")
    side: str = Field("", description="resident, association, business, …, public: contributed")
    rung: str = Field("", description="0 … 4, self_organised, or none where evidence is missing")
    words: str = Field("", description="found in title, dream, problem or solution")

    def filters(self) -> queries.Filters:
        """Take them as the page does: what makes no sense is left out."""
        return queries.Filters.read(self.model_dump())


class InitiativeOut(Schema):
    """An initiative in a list."""

    id: str = Field(description="lasting, public")
    slug: str = Field(description="its name in addresses")
    address: str = Field(description="path of its page")
    title: str
    language: str = Field(description="of what people wrote")
    state: str = Field(description="idea … driving, closed, paused, scrapped or merged")
    phase: str = Field(description="define, design, implement or drive")
    field: str = Field(description="political, community or service")
    rung: str = Field(description="0 … 4, self_organised, or empty where evidence is missing")
    rung_is_provisional: bool
    raised_at: datetime = Field(description="with time zone")
    raised_as: str = Field(description="resident, association, employee, …")
    raised_for: str | None = Field(description="the organisation it was raised for")
    topics: list[str] = Field(description="slugs")
    areas: list[str] = Field(description="slugs")


class StepOut(Schema):
    """A step of an initiative."""

    at: datetime = Field(description="with time zone")
    before: str = Field(description="state; empty for the first")
    after: str = Field(description="state")
    reason: str


class FrameOut(Schema):
    """A version of the frame."""

    version: int
    at: datetime = Field(description="with time zone")
    open: str
    negotiable: str
    fixed: str
    money: str
    law: str
    time: str
    who_decides: str
    why_new: str
    confirmed: int = Field(description="partners of today who have confirmed this version")


class ScrapOut(Schema):
    """Something that stops."""

    what: str
    stops_on: date
    stopped_at: datetime | None
    learnt: str


class InvitationOut(Schema):
    """An invitation to the municipality."""

    at: datetime = Field(description="with time zone")
    answer_due_on: date | None = Field(description="promised day of an answer")
    accepted: bool | None = Field(description="empty until it is answered")
    answered_at: datetime | None


class WholeOut(InitiativeOut):
    """One initiative with everything that is public about it."""

    dream: str
    first_solution: str
    helpers: str
    societal_goal: str
    what_is_new: str
    displacement: str = Field(description="unanswered, no or yes")
    displacement_says: str
    is_preprogrammed: bool
    problem: str
    problem_locked_at: datetime | None
    solution: str
    solution_locked_at: datetime | None
    merged_into: str | None = Field(description="slug of the one it became a part of")
    version: int = Field(description="grows with whatever happens to it")
    steps: list[StepOut] = Field(description="the newest first")
    frames: list[FrameOut] = Field(description="the newest first")
    scraps: list[ScrapOut]
    invitations: list[InvitationOut]


class InitiativesOut(Schema):
    """One page of initiatives."""

    items: list[InitiativeOut]
    older: str = Field(description="send it as `after` to get the next page; empty at the end")


def here(request: HttpRequest) -> Municipality:
    """The municipality whose host name was asked for."""
    found: Municipality = request.municipality  # type: ignore[attr-defined]
    return found


def tag_of(*parts: object) -> str:
    """Name one state of an answer."""
    words = repr((release(), get_language(), *parts)).encode()
    return f'"{hashlib.blake2b(words, digest_size=16).hexdigest()}"'


def list_tag(request: HttpRequest, **named: object) -> str:
    """What a list depends on: the tenant, whatever happened in it last, and what is asked."""
    municipality = here(request)
    version = queries.municipality_version(municipality)
    return tag_of(municipality.pk, version, request.get_full_path())


def one_tag(request: HttpRequest, slug: str, **named: object) -> str | None:
    """What one initiative depends on: its account."""
    found = Initiative.objects.of(here(request)).filter(slug=slug)
    version = found.values_list("pk", "account__version").first()
    return tag_of(*version) if version else None


@router.get("/", response=InitiativesOut)
@decorate_view(condition(etag_func=list_tag))
def list_initiatives(request: HttpRequest, asked: Query[Asked], after: str = "") -> InitiativesOut:
    """Initiatives that are looked for, the newest first, 100 a page."""
    found = _with_links(queries.listed(here(request), asked.filters()))
    page = page_of(found, order=("-raised_at", "-pk"), after=after, size=PAGE)
    return InitiativesOut(
        items=[InitiativeOut(**initiative_out(each)) for each in page.items],
        older=page.older_token,
    )


@router.get("/table.csv", response={200: str})
@decorate_view(condition(etag_func=list_tag))
def initiatives_as_table(request: HttpRequest, asked: Query[Asked]) -> StreamingHttpResponse:
    """Every initiative that is looked for, as a table (CSV, UTF-8, with a heading)."""
    found = _with_links(queries.listed(here(request), asked.filters()))
    response = StreamingHttpResponse(_table(found.iterator(500)), content_type="text/csv")
    response["Content-Disposition"] = 'attachment; filename="initiatives.csv"'
    return response


@router.get("/{slug}", response=WholeOut)
@decorate_view(condition(etag_func=one_tag))
def one_initiative(request: HttpRequest, slug: str) -> WholeOut:
    """One initiative with its steps, its frame, what stops for it and who was invited."""
    found = queries.whole(here(request)).prefetch_related("topics", "areas")
    initiative: Initiative = get_object_or_404(found, slug=slug)
    sent = initiative.invitations.filter(is_to_municipality=True)
    plain = (
        "dream first_solution helpers societal_goal what_is_new displacement displacement_says"
        " is_preprogrammed problem problem_locked_at solution solution_locked_at".split()
    )
    return WholeOut(
        **initiative_out(initiative),
        **{name: getattr(initiative, name) for name in plain},
        merged_into=initiative.merged_into.slug if initiative.merged_into else None,
        version=initiative.account.version,
        steps=[StepOut.from_orm(step) for step in steps_of(initiative)],
        frames=[FrameOut.from_orm(frame) for frame in frames_of(initiative)],
        scraps=[ScrapOut.from_orm(scrap) for scrap in initiative.scraps.all()],
        invitations=[InvitationOut.from_orm(invitation) for invitation in sent],
    )


def initiative_out(initiative: Initiative) -> dict[str, Any]:
    """What may leave the house of an initiative in a list, and no more."""
    return {
        "id": str(initiative.public_id),
        "slug": initiative.slug,
        "address": initiative.get_absolute_url(),
        "title": initiative.title,
        "language": initiative.language,
        "state": initiative.state,
        "phase": initiative.phase,
        "field": initiative.field,
        "rung": initiative.rung,
        "rung_is_provisional": initiative.rung_is_provisional,
        "raised_at": initiative.raised_at,
        "raised_as": initiative.raised_as,
        "raised_for": initiative.raised_for.name if initiative.raised_for else None,
        "topics": [topic.slug for topic in initiative.topics.all()],
        "areas": [area.slug for area in initiative.areas.all()],
    }


def _with_links(found: QuerySet[Initiative]) -> QuerySet[Initiative]:
    """Read what a row names beside itself in a constant number of questions."""
    return found.select_related("raised_for").prefetch_related("topics", "areas")


class _Echo:
    """A file that gives back each line it is given."""

    def write(self, line: str) -> str:
        """Give the line back."""
        return line


def _table(initiatives: Iterator[Initiative]) -> Iterator[str]:
    """Write the table line by line."""
    writer = csv.writer(_Echo())
    yield writer.writerow(COLUMNS)
    for initiative in initiatives:
        row = initiative_out(initiative)
        yield writer.writerow([_cell(row[name]) for name in COLUMNS])


def _cell(value: object) -> str:
    """Write a value so that no spreadsheet takes it for a formula."""
    if isinstance(value, list):
        value = " ".join(value)
    if isinstance(value, datetime):
        return value.isoformat()
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(RISKY) else text
