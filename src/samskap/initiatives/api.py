"""Initiatives as open data: public, read-only, and about what is done, never about who by name."""

from datetime import date, datetime
from typing import Any, Literal

from django.shortcuts import get_object_or_404
from django.views.decorators.http import condition
from ninja import Field, Query, Router, Schema
from ninja.decorators import decorate_view

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing, tag_of
from samskap.initiatives.models import Initiative, Topic
from samskap.initiatives.queries import initiatives as queries
from samskap.initiatives.queries.frames import frames_of
from samskap.initiatives.queries.history import steps_of
from samskap.initiatives.queries.sharing import areas_in, with_places
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of

router = Router(tags=["initiatives"])


class Wanted(Schema):
    """What is looked for; empty means all."""

    phase: Literal["", "define", "design", "implement", "drive", "ended"] = Field(
        "", description="where they stand; ended: closed or stopped"
    )
    topic: str = Field("", max_length=80, description="slug of a topic")
    area: str = Field("", max_length=80, description="slug of an area; its parts count too")
    side: Literal[
        "",
        "resident",
        "association",
        "business",
        "social_entrepreneur",
        "academia",
        "faith_community",
        "public",
    ] = Field("", description="from which side somebody contributed")
    rung: Literal["", "4", "3", "2", "1", "0", "self_organised", "none"] = Field(
        "", description="where it stands on the ladder; none: too little evidence"
    )
    words: str = Field("", max_length=80, description="found in title, dream, problem or solution")

    def filters(self) -> queries.Filters:
        """Take them as the page does."""
        return queries.Filters.read(self.model_dump())


class TopicOut(Schema):
    """A topic that initiatives can be about."""

    slug: str = Field(description="lasting, unique in the municipality")
    name: dict[str, str] = Field(description="language code → name")


class InitiativeOut(Schema):
    """An initiative in a list."""

    id: str = Field(description="lasting, public")
    slug: str = Field(description="its name in addresses")
    address: str = Field(description="path of its page; whole where it is at home elsewhere")
    home: str = Field(description="slug of the municipality where it is at home")
    title: str = Field(description="as written")
    language: str = Field(description="code of the language that people wrote in")
    state: str = Field(description="idea … driving, closed, paused, scrapped or merged")
    phase: str = Field(description="define, design, implement or drive")
    field: str = Field(description="political, community or service")
    rung: str = Field(description="0 … 4, self_organised, or empty where evidence is missing")
    rung_is_provisional: bool = Field(description="whether the rung may still change")
    raised_at: datetime = Field(description=WITH_TIME_ZONE)
    raised_as: str = Field(description="resident, association, employee, …")
    raised_for: str | None = Field(description="the organisation it was raised for")
    topics: list[str] = Field(description="slugs")
    areas: list[str] = Field(description="slugs of its places in the municipality that is asked")


class StepOut(Schema):
    """A step of an initiative."""

    at: datetime = Field(description=WITH_TIME_ZONE)
    before: str = Field(description="state; empty for the first")
    after: str = Field(description="state")
    reason: str = Field(description="why it was taken")


class FrameOut(Schema):
    """A version of the frame."""

    version: int = Field(description="1, 2, 3 …")
    at: datetime = Field(description=WITH_TIME_ZONE)
    open: str = Field(description="what is decided together, in Markdown")
    negotiable: str = Field(description="what can be negotiated, in Markdown")
    fixed: str = Field(description="what cannot be changed here, in Markdown")
    money: str = Field(description="in words, in Markdown")
    law: str = Field(description="in words, in Markdown")
    time: str = Field(description="in words, in Markdown")
    who_decides: str = Field(description="in Markdown")
    why_new: str = Field(description="what changed since the version before")
    confirmed: int = Field(description="partners of today who have confirmed this version")


class ScrapOut(Schema):
    """Something that stops."""

    what: str = Field(description="what stops, to make room")
    stops_on: date = Field(description="the first day without it")
    stopped_at: datetime | None = Field(description="with time zone; empty until it has stopped")
    learnt: str = Field(description="as written")


class DeadlineOut(Schema):
    """A day that a rule gives."""

    what: str = Field(description="what must be ready")
    before: str = Field(description="before whom it must be laid")
    due_on: date = Field(description="the last day")
    rule: str = Field(description="which rule says so, in words")
    source: str = Field(description="where the rule stands")
    is_yearly: bool = Field(description="whether it comes back each year")
    state: str = Field(description="running, met, missed or dropped")
    settled_at: datetime | None = Field(description="with time zone; empty while it runs")
    says: str = Field(description="what became of it, as written")


class InvitationOut(Schema):
    """An invitation to the municipality."""

    at: datetime = Field(description=WITH_TIME_ZONE)
    answer_due_on: date | None = Field(description="promised day of an answer")
    accepted: bool | None = Field(description="empty until it is answered")
    answered_at: datetime | None = Field(description="with time zone; empty until it is answered")


class WholeOut(InitiativeOut):
    """One initiative with everything that is public about it."""

    dream: str = Field(description="what is dreamt of, in Markdown")
    first_solution: str = Field(description="what the solution could be, in Markdown")
    helpers: str = Field(description="who could help along the way, in Markdown")
    societal_goal: str = Field(description="as written")
    what_is_new: str = Field(description="compared with today")
    displacement: str = Field(
        description="does it take the place of paid work? unanswered, no or yes"
    )
    displacement_says: str = Field(description="how that is known")
    is_preprogrammed: bool = Field(
        description="the municipality alone sets the agenda, and the form is fixed"
    )
    problem: str = Field(description="in the words of the partners, in Markdown")
    problem_locked_at: datetime | None = Field(description="with time zone; empty until then")
    solution: str = Field(description="in the words of the partners, in Markdown")
    solution_locked_at: datetime | None = Field(description="with time zone; empty until then")
    merged_into: str | None = Field(description="slug of the one it became a part of")
    version: int = Field(description="grows with whatever happens to it")
    steps: list[StepOut] = Field(description="the newest first")
    frames: list[FrameOut] = Field(description="the newest first")
    scraps: list[ScrapOut] = Field(description="what stops to make room for it")
    invitations: list[InvitationOut] = Field(description="the newest first")


def version_of(request: MunicipalityRequest, slug: str, **named: object) -> object:
    """What changes with one initiative: its account, and the rung that the clock works out."""
    found = Initiative.objects.of(request.municipality).filter(slug=slug)
    facts = ("pk", "account__version", "rung", "rung_is_provisional")
    return found.values_list(*facts).first()


def one_tag(request: MunicipalityRequest, slug: str) -> str | None:
    """What the answer about one initiative depends on."""
    version = version_of(request, slug)
    return tag_of(version) if version else None


@listing(router, "/topics", row=TopicOut)
def list_topics(request: MunicipalityRequest) -> Rows[Topic]:
    """Topics of this municipality, by slug."""
    return Rows(
        found=Topic.objects.of(request.municipality), order=("slug", "pk"), out=TopicOut.from_orm
    )


@listing(router, "/", row=InitiativeOut)
def list_initiatives(request: MunicipalityRequest, asked: Query[Wanted]) -> Rows[Initiative]:
    """Initiatives that are looked for, the newest first.

    Without `phase`: whatever goes on, rests or has closed. What was stopped is found by
    `phase=ended`; what was joined with another is found at its own address. What is at home in
    another municipality of the house is there too, where this one takes part in it.
    """
    here = request.municipality
    found = with_places(queries.listed(here, asked.filters()), here)
    return Rows(
        found=found.select_related("raised_for", "municipality").prefetch_related(
            "topics", "municipality__host_names"
        ),
        order=("-raised_at", "-pk"),
        out=lambda initiative: InitiativeOut(**initiative_out(initiative, here)),
    )


@router.get("/{slug}", response=WholeOut)
@decorate_view(condition(etag_func=one_tag))
def one_initiative(request: MunicipalityRequest, slug: str) -> WholeOut:
    """One initiative with its steps, its frame, what stops for it and who was invited."""
    found = queries.whole(request.municipality).prefetch_related("topics", "areas")
    initiative: Initiative = get_object_or_404(found, slug=slug)
    sent = initiative.invitations.filter(is_to_municipality=True)
    plain = (
        "dream first_solution helpers societal_goal what_is_new displacement displacement_says"
        " is_preprogrammed problem problem_locked_at solution solution_locked_at".split()
    )
    return WholeOut(
        **initiative_out(initiative, request.municipality),
        **{name: getattr(initiative, name) for name in plain},
        merged_into=initiative.merged_into.slug if initiative.merged_into else None,
        version=initiative.account.version,
        steps=[StepOut.from_orm(step) for step in steps_of(initiative)],
        frames=[FrameOut.from_orm(frame) for frame in frames_of(initiative)],
        scraps=[ScrapOut.from_orm(scrap) for scrap in initiative.scraps.all()],
        invitations=[InvitationOut.from_orm(invitation) for invitation in sent],
    )


def initiative_out(initiative: Initiative, here: Municipality) -> dict[str, Any]:
    """What may leave the house of an initiative in a list of `here`, and no more."""
    home = initiative.municipality
    path = initiative.get_absolute_url()
    return {
        "id": str(initiative.public_id),
        "slug": initiative.slug,
        "address": path if home == here else f"{address_of(home)}{path}",
        "home": home.slug,
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
        "areas": [area.slug for area in areas_in(initiative, here)],
    }
