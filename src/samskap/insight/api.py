"""Placements as open data: each with its conditions, and the way to count it again."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Counted, Rows, listing
from samskap.base.tables import table, whole
from samskap.initiatives.models import Initiative
from samskap.initiatives.open_tables import IN_AN_INITIATIVE, initiative_of
from samskap.insight import queries
from samskap.insight.cards import GROUPS, hours_by_group
from samskap.insight.evidence import row_of, tally_of
from samskap.insight.models import Contest, Placing
from samskap.kernels.ladder import Phase, Tally, placement_as_document
from samskap.ledger.models import Contribution
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["insight"])


class FigureOut(Schema):
    """A figure and what it rests on."""

    value: float | None = Field(description="empty where n is 0")
    n: int = Field(description="inputs, answers or promises it is made of")


class AnswersOut(Schema):
    """How well people were answered."""

    in_30_days: FigureOut = Field(description="share 0…1 of inputs answered within 30 days")
    median_days: FigureOut = Field(description="days from input to answer, the middle one")
    used: FigureOut = Field(description="share 0…1 of closed inputs that were used or partly used")
    kept: FigureOut = Field(description="share 0…1 of settled promises that were kept in time")


class AnswerFigureOut(FigureOut):
    """One figure of how well the municipality answers, and what it rests on."""

    figure: str = Field(description="in_30_days, median_days, used or kept")
    says: str = Field(description="what it is, and its unit")


class PlacementOut(Schema):
    """Where an initiative stands on the ladder, and why."""

    placement: dict[str, Any] = Field(
        description="formula, rung, conditions with their facts, caps, lifts, index (cci, 0 … 100)"
        " and data quality (0 … 1), as `samskap recompute ladder` prints them"
    )
    answers: AnswersOut = Field(description="how well people were answered")
    contributions: dict[str, dict[str, float]] = Field(
        description="units by group (resident, association, … public) and phase"
    )
    hours: dict[str, dict[str, float]] = Field(
        description="hours of work by group and phase; who worked none is left out"
    )
    document: str = Field(description="path of the open data to count it again from")


class ObjectionOut(Schema):
    """A reasoned objection to a placement."""

    at: datetime = Field(description=WITH_TIME_ZONE)
    formula: str = Field(description="name and version of the formula that placed it")
    rung: str = Field(description="as published when somebody objected")
    reason: str = Field(description="as written, in Markdown")
    answer: str = Field(description="empty until it is answered")
    answered_at: datetime | None = Field(description="with time zone; empty until it is answered")


class PlacingOut(Schema):
    """Where an initiative stood when the clock last placed it."""

    initiative: str = Field(description="slug of the initiative")
    formula: str = Field(description="name and version of the formula that placed it")
    rung: str = Field(description="0 … 4, self_organised, or empty where evidence is missing")
    cci: float = Field(description="the index, 0 … 100; a trend, not for ranking")
    placed_at: datetime = Field(description=WITH_TIME_ZONE)
    document: str = Field(description="path of the open data to count it again from")


class GivenOut(Schema):
    """One row of the ledger: something that was given, without who gave it."""

    initiative: str = Field(description="slug of the initiative")
    number: int = Field(description="1, 2, 3 … within the initiative")
    at: datetime = Field(description=WITH_TIME_ZONE)
    phase: str = Field(description="define, design, implement or drive")
    side: str = Field(description="public or non_public")
    actor_kind: str = Field(description="resident, association, employee, …")
    party: str | None = Field(description="the same for one organisation; empty for people")
    kind: str = Field(description="idea, comment, work, …")
    units: float = Field(description="units of the ladder, which make kinds comparable")
    independent: bool = Field(description="given freely, not in answer to a question")
    beneficiary: str = Field(description="self, other or community")
    is_input: bool = Field(description="whether it asks for an answer")
    answered_at: datetime | None = Field(description="when the public side answered")
    fate: str = Field(description="received, read, used, partly_used, not_used, …")
    channel: str = Field(description="web, paper, phone or meeting")
    hash: str = Field(description="ends the chain of the rows up to this one")


def answers_out(found: queries.Answers) -> AnswersOut:
    """Answers as they leave the house."""
    return AnswersOut(
        **{
            name: FigureOut(value=figure.value, n=figure.n)
            for name in ("in_30_days", "median_days", "used", "kept")
            for figure in [getattr(found, name)]
        }
    )


def initiative_at(request: MunicipalityRequest, slug: str) -> Initiative:
    """The initiative at an address of this municipality; 404 where there is none."""
    found: Initiative = get_object_or_404(
        Initiative.objects.of(request.municipality).select_related("account", "municipality"),
        slug=slug,
    )
    return found


@router.get("/of/{slug}", response=PlacementOut)
def placement(request: MunicipalityRequest, slug: str) -> PlacementOut:
    """Where one initiative stands, worked out now."""
    initiative = initiative_at(request, slug)
    tally = tally_of(initiative)
    return PlacementOut(
        placement=placement_as_document(queries.place(initiative, tally)),
        answers=answers_out(queries.answers_of(initiative)),
        contributions=contributions_in(tally),
        hours={
            group: {phase.value: float(given) for phase, given in by_phase.items()}
            for group, by_phase in hours_by_group(tally).items()
        },
        document=reverse("insight:document", args=[initiative.slug]),
    )


def contributions_in(tally: Tally) -> dict[str, dict[str, float]]:
    """Units of each group in each phase: group → phase → units. Who gave nothing is left out."""
    units = {
        group: {
            phase.value: float(sum((tally.units(phase, None, kind) for kind in kinds), start=0))
            for phase in Phase
        }
        for group, kinds in GROUPS
    }
    return {group: by_phase for group, by_phase in units.items() if any(by_phase.values())}


@listing(router, "/of/{slug}/objections", row=ObjectionOut)
def list_objections(request: MunicipalityRequest, slug: str) -> Rows[Contest]:
    """Objections to the placement of one initiative, with their answers, the newest first."""
    found = queries.contests_of(initiative_at(request, slug))
    return Rows(found=found, order=("-at", "-pk"), out=ObjectionOut.from_orm)


@whole(list_objections, within=IN_AN_INITIATIVE)
def all_objections(request: MunicipalityRequest) -> Rows[Contest]:
    """Objections to placements, with their answers."""
    found = Contest.objects.of(request.municipality).select_related("initiative")
    return Rows(found=found, order=("pk",), out=ObjectionOut.from_orm, within=initiative_of)


@router.get("/answers", response=AnswersOut)
def municipality_answers(request: MunicipalityRequest) -> AnswersOut:
    """How well the whole municipality answers."""
    return answers_out(queries.answers_in(request.municipality))


@table("answers", row=AnswerFigureOut)
def all_answers(request: MunicipalityRequest) -> Counted:
    """How well the whole municipality answers."""
    found = answers_out(queries.answers_in(request.municipality))
    return Counted(
        rows=[
            AnswerFigureOut(figure=name, says=shape.description or "", value=told.value, n=told.n)
            for name, shape in AnswersOut.model_fields.items()
            for told in [getattr(found, name)]
        ]
    )


@table("placements", row=PlacingOut)
def all_placements(request: MunicipalityRequest) -> Rows[Placing]:
    """Where each initiative stands on the ladder, as the clock last placed it."""

    def row(placing: Placing) -> PlacingOut:
        """A placing as open data."""
        plain = ("formula", "rung", "cci", "placed_at")
        slug = placing.initiative.slug
        return PlacingOut(
            initiative=slug,
            document=reverse("insight:document", args=[slug]),
            **{name: getattr(placing, name) for name in plain},
        )

    found = Placing.objects.of(request.municipality).select_related("initiative")
    return Rows(found=found, order=("pk",), out=row)


@table("contributions", row=GivenOut)
def all_contributions(request: MunicipalityRequest) -> Rows[Contribution]:
    """Everything that was given to initiatives, row by row, without who gave it."""
    found = Contribution.objects.of(request.municipality).filter(account__initiative__isnull=False)
    return Rows(
        found=found.select_related("standing", "account__initiative"), order=("pk",), out=given_out
    )


def given_out(given: Contribution) -> GivenOut:
    """A row of the ledger as open data: the same as in the document of its initiative."""
    initiative = given.account.initiative
    row = row_of(initiative, given)
    return GivenOut(
        initiative=initiative.slug,
        number=given.number,
        at=row.at,
        phase=row.phase,
        side=row.side,
        actor_kind=row.actor_kind,
        party=row.party or None,
        kind=row.kind,
        units=float(row.units),
        independent=row.independent,
        beneficiary=row.beneficiary,
        is_input=row.is_input,
        answered_at=row.answered_at,
        fate=row.fate,
        channel=given.channel,
        hash=given.hash,
    )
