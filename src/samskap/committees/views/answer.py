"""The answer of the elected body: each recommendation, its reasons, and who carries it out."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from samskap.base.modules import Panel
from samskap.base.rates import count
from samskap.committees import answer_cards
from samskap.committees.actions import carrying_out
from samskap.committees.actions.answer import explained
from samskap.committees.actions.effects import weigh_answer
from samskap.committees.effects_cards import how_many, weighed_facts
from samskap.committees.errors.answer import NotAdopted, NotYoursToSay
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.forms.answer import PlanForm, WeighForm
from samskap.committees.models import AfterAnswer, Committee, Member
from samskap.committees.permissions import may_keep, may_take_steps
from samskap.committees.queries.answer import (
    is_adopted,
    overdue_of,
    realisations_of,
    verdict_of,
)
from samskap.committees.queries.effects import (
    BEFORE_STATES,
    is_weighed_now,
    seat_of,
    weighed,
    without_account,
)
from samskap.committees.queries.times import times_of
from samskap.committees.views.finding import committee_at
from samskap.initiatives.models import Recommendation
from samskap.initiatives.permissions.formal import may_answer
from samskap.initiatives.queries.formal import laid_before
from samskap.initiatives.queries.partnership import joined_partners
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

ASKED = BEFORE_STATES  # the states in which members are asked what they expect


def answer_part(request: MunicipalityRequest, committee: Committee) -> Panel | None:
    """The answer on the page of a committee: overdue for all to see, or what came of it."""
    laid = laid_before(committee.initiative)
    if not laid and committee.state not in ASKED:
        return None
    times = times_of(committee) if laid else None
    facts: dict[str, Any] = {
        "banners": [answer_cards.banner_of(formal) for formal in laid if formal.is_overdue],
        "clocks": [answer_cards.clock_facts(formal) for formal in laid if not formal.is_overdue],
        "answers": answer_cards.answers_counted(laid),
        "times": answer_cards.times_words(times) if times and times.to_decision is not None else "",
        "is_laid": bool(laid),
    }
    return Panel(template="committees/answer/part.html", facts=facts, order=2)


def answer(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show what the elected body answered; members say in three questions how they saw it."""
    committee = committee_at(request, slug)
    form, seat = _weigh_form(request, committee)
    if form is not None and form.is_bound and form.is_valid():
        count(request, "post")
        weigh_answer(
            member=form.whose(seat),
            scores=form.scores,
            words=form.cleaned_data["words"],
            by=request.user,  # type: ignore[arg-type]
        )
        messages.success(request, _("Thank you! Your answers are kept."))
        return redirect("committees:answer", slug)
    if request.method == "POST" and form is None:
        raise NotYoursToSay(committee=committee.title)
    return render(request, "committees/answer/answer.html", _page(request, committee, form))


def _page(
    request: MunicipalityRequest, committee: Committee, form: WeighForm | None
) -> dict[str, Any]:
    """Everything that the page of an answer shows."""
    realisations = realisations_of(committee)
    may_plan = may_take_steps(request.user, committee)
    verdict = verdict_of(committee)
    laid = [
        {
            "formal": formal,
            "clock": answer_cards.clock_facts(formal),
            "may_answer": formal.answered_at is None and may_answer(request.user, formal),
            "rows": answer_cards.recommendation_rows(formal, realisations, may_plan=may_plan),
        }
        for formal in laid_before(committee.initiative)
    ]
    seen = weighed(committee) if is_weighed_now(committee) else None
    times = times_of(committee)
    keeps = may_keep(request.user, committee)
    return {
        "committee": committee,
        "initiative": committee.initiative,
        "laid": laid,
        "banners": [answer_cards.banner_of(formal) for formal in overdue_of(committee)],
        "explained": explained(verdict) if verdict and not verdict.outcome.pending else [],
        "is_low": verdict is not None and verdict.is_low,
        "chart": answer_cards.times_chart(committee, times),
        "form": form,
        "weighed": weighed_facts(seen) if seen else None,
        "weighed_by": how_many(seen) if seen and seen.of else "",
        "is_weighed_now": seen is not None,
        "words": _words(committee) if keeps and seen else [],
        "to_tell": list(without_account(committee)) if keeps and laid else [],
        "may_keep": keeps,
    }


def _words(committee: Committee) -> list[str]:
    """What members wrote in their own words, in no order that tells who."""
    said = AfterAnswer.objects.filter(committee=committee).exclude(words="")
    return sorted(said.values_list("words", flat=True))


def _weigh_form(
    request: MunicipalityRequest, committee: Committee
) -> tuple[WeighForm | None, Member | None]:
    """The three questions: to a member who has not answered, and to whoever writes for others."""
    if not isinstance(request.user, Person) or not is_weighed_now(committee):
        return None, None
    posted = request.POST if request.method == "POST" else None
    has_said = set(committee.after_answer.values_list("member", flat=True))
    seat = seat_of(committee, request.user)
    if seat is not None and seat.pk not in has_said:
        return WeighForm(posted), seat
    if may_keep(request.user, committee):
        waiting = [one for one in without_account(committee) if one.pk not in has_said]
        if waiting:
            return WeighForm(posted, on_behalf=waiting), None
    return None, None


@signed_in
def plan(request: SignedInRequest, slug: str, recommendation_id: int) -> HttpResponse:
    """Say who carries out an adopted recommendation, and by when."""
    committee = committee_at(request, slug)
    recommendation: Recommendation = get_object_or_404(
        Recommendation.objects.of(request.municipality)
        .filter(formal_decision__initiative=committee.initiative_id)
        .select_related("formal_decision"),
        pk=recommendation_id,
    )
    if not may_take_steps(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    if not is_adopted(recommendation):
        raise NotAdopted
    partners = list(joined_partners(committee.initiative))
    posted = request.POST if request.method == "POST" else None
    form = PlanForm(posted, partners=partners)
    if posted is not None and form.is_valid():
        count(request, "post")
        carrying_out.plan(
            committee=committee, recommendation=recommendation, by=request.user, **form.cleaned_data
        )
        messages.success(request, _("It stands on the page, and they are asked to promise it."))
        return redirect("committees:answer", slug)
    page = {
        "committee": committee,
        "initiative": committee.initiative,
        "recommendation": recommendation,
        "form": form,
        "has_partners": bool(partners),
    }
    return render(request, "committees/answer/plan.html", page)
