"""Placements as open data: each with its conditions, and the way to count it again."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Field, Router, Schema

from samskap.initiatives.models import Initiative
from samskap.insight import queries
from samskap.insight.cards import contributions_chart
from samskap.insight.evidence import tally_of
from samskap.kernels.ladder import placement_as_document

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

    placement: dict[str, Any] = Field(description="as in the document, see kernels.ladder")
    answers: AnswersOut
    contributions: dict[str, Any] = Field(description="units by group and phase")
    document: str = Field(description="address of the open data to count it again from")


def answers_out(found: queries.Answers) -> AnswersOut:
    """Answers as they leave the house."""
    return AnswersOut(
        **{
            name: FigureOut(value=figure.value, n=figure.n)
            for name in ("in_30_days", "median_days", "used", "kept")
            for figure in [getattr(found, name)]
        }
    )


@router.get("/of/{slug}", response=PlacementOut)
def placement(request: HttpRequest, slug: str) -> PlacementOut:
    """Where one initiative stands, worked out now."""
    initiatives = Initiative.objects.of(request.municipality)  # type: ignore[attr-defined]
    initiative = get_object_or_404(initiatives.select_related("account", "municipality"), slug=slug)
    tally = tally_of(initiative)
    chart = contributions_chart(initiative, tally)
    return PlacementOut(
        placement=placement_as_document(queries.place(initiative, tally)),
        answers=answers_out(queries.answers_of(initiative)),
        contributions={
            "phases": chart["categories"],
            "groups": {each["side"]: each["values"] for each in chart["series"]},
        },
        document=reverse("insight:document", args=[initiative.slug]),
    )


@router.get("/answers", response=AnswersOut)
def municipality_answers(request: HttpRequest) -> AnswersOut:
    """How well the whole municipality answers."""
    return answers_out(queries.answers_in(request.municipality))  # type: ignore[attr-defined]
