"""The pages of formal decisions: what waits for an elected body, and what it answered."""

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.base.modules import Panel, Task, Waiting
from samskap.design.asking import Asking
from samskap.initiatives.actions import formal as actions
from samskap.initiatives.forms.formal import AnswerForm, LayForm
from samskap.initiatives.models import FormalDecision, Initiative, Recommendation
from samskap.initiatives.permissions.formal import may_answer, may_lay
from samskap.initiatives.queries.formal import formal_decisions_of, laid_before, waiting_for
from samskap.initiatives.queries.kept import for_everyone
from samskap.initiatives.views.finding import ask, carried_at, initiative_at
from samskap.initiatives.views.panels import panels_of_recommendations
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

MOST = 10  # lines on the desk

LOOKS = {  # of a badge, as of what became of a contribution
    Recommendation.Answer.ADOPTED: "used",
    Recommendation.Answer.ADOPTED_CHANGED: "partly",
    Recommendation.Answer.REJECTED: "no",
    Recommendation.Answer.RETURNED: "forwarded",
}


def _counted(formal: FormalDecision) -> list[dict[str, Any]]:
    """How many recommendations got which answer."""
    given = Counter(one.answer for one in formal.recommendations.all() if one.answer)
    return [
        {"title": str(answer.label), "look": LOOKS[answer], "count": given[answer]}
        for answer in Recommendation.Answer
        if given[answer]
    ]


def clock_of(formal: FormalDecision) -> dict[str, Any]:
    """The promise of a body as the design’s clock wants it."""
    return {
        "who": formal.body.name,
        "due_on": formal.promised_on,
        "done_on": formal.answered_at,
        "url": formal.get_absolute_url(),
        "what": formal.title,
    }


def row_of(formal: FormalDecision) -> dict[str, Any]:
    """A formal decision as lists and panels show it; its recommendations are prefetched."""
    recommendations = list(formal.recommendations.all())
    return {
        "formal": formal,
        "clock": clock_of(formal),
        "recommended": len(recommendations),
        "answered": sum(bool(one.answer) for one in recommendations),
    }


def show_formal_decisions(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show what was laid before elected bodies, what waits first."""
    initiative = initiative_at(request, slug)
    page = {
        "initiative": initiative,
        "rows": [row_of(formal) for formal in formal_decisions_of(initiative)],
        "may_lay": initiative.is_open and may_lay(request.user, initiative),
    }
    return render(request, "initiatives/formal/list.html", page)


def show_formal_decision(request: MunicipalityRequest, slug: str, formal_id: int) -> HttpResponse:
    """Show each recommendation with its reasoned answer, and both clocks."""
    initiative = initiative_at(request, slug)
    formal: FormalDecision = get_object_or_404(formal_decisions_of(initiative), pk=formal_id)
    beside = panels_of_recommendations(request, formal)
    page = {
        "initiative": initiative,
        "row": row_of(formal),
        "formal": formal,
        "recommendations": [
            {
                "recommendation": one,
                "look": LOOKS.get(one.answer, ""),
                "panels": beside.get(one.pk, []),
            }
            for one in formal.recommendations.all()
        ],
        "answers": _counted(formal),
        "may_answer": formal.answered_at is None and may_answer(request.user, formal),
    }
    return render(request, "initiatives/formal/formal.html", page)


@signed_in
def lay_before(request: SignedInRequest, slug: str) -> HttpResponse:
    """Lay recommendations before an elected body."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=LayForm(request.POST or None, municipality=request.municipality),
        asking=Asking(
            title=_("Lay it before the elected representatives"),
            lead=_("You recommend. They decide, answer each recommendation, and say why."),
            submit=_("Lay it before them"),
            thanks=_("It is laid before them. Everybody sees the day of the answer."),
        ),
        act=lambda told: actions.lay_before(initiative=initiative, by=request.user, **told),
        to=reverse("initiatives:formal", args=[slug]),
    )


@signed_in
def answer_recommendation(
    request: SignedInRequest, slug: str, recommendation_id: int
) -> HttpResponse:
    """Answer one recommendation for the body."""
    initiative = initiative_at(request, slug)
    recommendation: Recommendation = get_object_or_404(
        Recommendation.objects.of(request.municipality)
        .filter(formal_decision__initiative=initiative)
        .select_related("formal_decision__initiative", "formal_decision__body"),
        pk=recommendation_id,
    )
    return ask(
        request,
        initiative=initiative,
        form=AnswerForm(request.POST or None),
        asking=Asking(
            title=_("Answer recommendation %(number)s") % {"number": recommendation.number},
            lead=recommendation.text,
            submit=_("Give the answer"),
            thanks=_("The answer is given, and everybody can read it."),
        ),
        act=lambda told: actions.answer_recommendation(
            recommendation=recommendation, by=request.user, **told
        ),
        to=recommendation.formal_decision.get_absolute_url(),
    )


@for_everyone
def formal_panel(request: MunicipalityRequest, initiative: Initiative) -> Panel | None:
    """The clock of the elected body: when it answers, or what it answered."""
    rows = [row_of(formal) for formal in laid_before(initiative)[:3]]
    if not rows:
        return None
    return Panel(
        template="initiatives/formal/panel.html", facts={"rows": rows}, order=10, aside=True
    )


def answers_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Recommendations that the reader’s own bodies have not answered, the oldest promise first."""
    if not isinstance(request.user, Person):
        return None
    mine = list(waiting_for(request.user, request.municipality)[:MOST])
    if not mine or not may_answer(request.user, mine[0]):
        return None
    return Waiting(
        title=_("Recommendations that wait for an answer"),
        in_all=waiting_for(request.user, request.municipality).count(),
        tasks=[
            Task(
                title=formal.title,
                url=formal.get_absolute_url(),
                note=formal.body.name,
                due_on=formal.promised_on,
            )
            for formal in mine
        ],
    )
