"""Placements as open data: each with its conditions, and the way to count it again."""

from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.initiatives.models import Initiative
from samskap.insight import queries
from samskap.insight.cards import GROUPS, hours_by_group
from samskap.insight.evidence import tally_of
from samskap.insight.models import Contest
from samskap.kernels.ladder import Phase, Tally, placement_as_document
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


@router.get("/answers", response=AnswersOut)
def municipality_answers(request: MunicipalityRequest) -> AnswersOut:
    """How well the whole municipality answers."""
    return answers_out(queries.answers_in(request.municipality))
