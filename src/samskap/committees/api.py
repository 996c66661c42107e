"""Committees as open data: themes, states, steps and counts; never who sits there."""

from datetime import date, datetime

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.base.tables import whole
from samskap.committees.models import Charter, Committee, Step
from samskap.committees.models.team import Role
from samskap.committees.queries.committees import NEWEST
from samskap.municipalities.middleware import MunicipalityRequest

router = Router()


class CommitteeOut(Schema):
    """A task committee."""

    id: str = Field(description="lasting, public")
    slug: str = Field(description="its address")
    initiative: str = Field(description="slug of the initiative that it belongs to")
    title: str = Field(description="as written")
    language: str = Field(description="code of the language of title and texts")
    theme: str | None = Field(description="slug of its theme, a topic of initiatives")
    body: str = Field(description="the elected body that appoints and answers it")
    state: str = Field(description="proposed, chartered, recruiting, appointed, working, …")
    merged_into: str | None = Field(description="slug of the committee that it joined")
    proposed_at: datetime = Field(description=WITH_TIME_ZONE)
    task: str = Field(description="of the charter that was adopted last, in Markdown")
    legal_form: str = Field(description="advisory_method, committee_under_law or empty")
    adopted_on: date | None = Field(description="day on which that charter was adopted")
    residents: int = Field(description="residents who sit there now")
    politicians: int = Field(description="elected representatives who sit there now")
    professionals: int = Field(description="professionals who sit there now")
    result: str = Field(description="what came of it, as written")


class CommitteeStepOut(Schema):
    """A step that a committee took."""

    id: int = Field(description="unique")
    before: str = Field(description="the state before; empty for the first")
    after: str = Field(description="the state after")
    reason: str = Field(description="why, as written")
    at: datetime = Field(description=WITH_TIME_ZONE)


def read(found: QuerySet[Committee]) -> QuerySet[Committee]:
    """Committees with what open data tell of them, in one question."""
    adopted = Charter.objects.filter(committee=OuterRef("pk")).exclude(adopted_on=None)
    newest = adopted.order_by("-version")

    def sitting(role: str) -> Count:
        here = Q(members__until=None, members__is_substitute=False, members__role=role)
        return Count("members", filter=here)

    told: QuerySet[Committee] = found.select_related(
        "initiative", "theme", "body", "merged_into"
    ).annotate(
        task=Subquery(newest.values("task")[:1]),
        legal_form=Subquery(newest.values("legal_form")[:1]),
        adopted_on=Subquery(newest.values("adopted_on")[:1]),
        residents=sitting(Role.RESIDENT),
        politicians=sitting(Role.POLITICIAN),
        professionals=sitting(Role.PROFESSIONAL),
    )
    return told


@listing(router, "/", row=CommitteeOut)
def list_committees(request: MunicipalityRequest) -> Rows[Committee]:
    """Task committees of the municipality, the newest first."""
    found = read(Committee.objects.of(request.municipality))
    return Rows(found=found, order=NEWEST, out=committee_out)


@listing(router, "/{slug}/steps", row=CommitteeStepOut)
def list_committee_steps(request: MunicipalityRequest, slug: str) -> Rows[Step]:
    """Steps that one committee took, the first one first."""
    committee = get_object_or_404(Committee.objects.of(request.municipality), slug=slug)
    return Rows(found=Step.objects.filter(committee=committee), order=("at", "pk"), out=step_out)


@whole(list_committee_steps, within={"committee": "slug of the committee"})
def all_committee_steps(request: MunicipalityRequest) -> Rows[Step]:
    """Steps that all committees took."""
    found = Step.objects.of(request.municipality).select_related("committee")
    return Rows(
        found=found,
        order=("pk",),
        out=step_out,
        within=lambda step: {"committee": step.committee.slug},
    )


def committee_out(committee: Committee) -> CommitteeOut:
    """What may leave the house of one committee."""
    told = vars(committee)  # with what `read` has counted
    return CommitteeOut(
        id=str(committee.public_id),
        slug=committee.slug,
        initiative=committee.initiative.slug,
        title=committee.title,
        language=committee.language,
        theme=committee.theme.slug if committee.theme else None,
        body=committee.body.name,
        state=committee.state,
        merged_into=committee.merged_into.slug if committee.merged_into else None,
        proposed_at=committee.proposed_at,
        task=told["task"] or "",
        legal_form=told["legal_form"] or "",
        adopted_on=told["adopted_on"],
        residents=told["residents"],
        politicians=told["politicians"],
        professionals=told["professionals"],
        result=committee.result,
    )


def step_out(step: Step) -> CommitteeStepOut:
    """A step as open data; never who took it."""
    return CommitteeStepOut(
        id=step.pk, before=step.before, after=step.after, reason=step.reason, at=step.at
    )
