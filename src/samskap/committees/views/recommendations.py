"""The pages of recommendations: all of them, one of them, proposing, delivering."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samskap.base.keyset import page_for
from samskap.base.modules import Panel
from samskap.base.rates import count
from samskap.committees.actions import delivering, motions
from samskap.committees.actions import recommendations as actions
from samskap.committees.answer_cards import LOOKS as LOOKS_OF_ANSWERS
from samskap.committees.errors.work import NotYoursToWork
from samskap.committees.forms.recommendations import (
    DeliverForm,
    RecommendForm,
    RewriteForm,
    WayForm,
)
from samskap.committees.models import Committee, Recommendation, State
from samskap.committees.permissions import may_keep, may_work
from samskap.committees.permissions_work import sitting_as
from samskap.committees.queries.motions import notes_of
from samskap.committees.queries.recommendations import (
    answered_along,
    recommendations_in,
    to_deliver,
)
from samskap.committees.talk import about_recommendation
from samskap.committees.views.finding import ask, committee_at, kept_at
from samskap.committees.views.motions import shown_motion, shown_note
from samskap.design.asking import Asking, posted
from samskap.initiatives.models import FormalDecision
from samskap.initiatives.models import Recommendation as Laid
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in

Status = Recommendation.Status
LOOKS = {  # of a badge, as of what became of a contribution
    Status.PROPOSED: "",
    Status.RECOMMENDED: "used",
    Status.NOT_RECOMMENDED: "no",
    Status.WITHDRAWN: "no",
}


def look_of(recommendation: Recommendation) -> dict[str, str]:
    """Where a recommendation stands, as a badge: the answer where it has one."""
    laid = recommendation.laid_as
    if laid is not None and laid.answer:
        return {
            "title": laid.get_answer_display(),
            "look": LOOKS_OF_ANSWERS[Laid.Answer(laid.answer)],
        }
    if laid is not None:
        return {"title": _("Waits for its answer"), "look": "forwarded"}
    return {
        "title": recommendation.get_status_display(),
        "look": LOOKS[Status(recommendation.status)],
    }


def worked_at(request: SignedInRequest, slug: str) -> Committee:
    """A committee in which the reader works, so that nobody fills in a form in vain.

    The action asks again. Refuses with NotYoursToWork.
    """
    committee = committee_at(request, slug)
    if not may_work(request.user, committee):
        raise NotYoursToWork(committee=committee.title)
    return committee


@require_safe
def recommendations(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show every recommendation of a committee, by number."""
    committee = committee_at(request, slug)
    page = page_for(request, answered_along(committee), order=("number",))
    is_at_work = committee.state == State.WORKING
    waiting = len(to_deliver(committee)) if is_at_work else 0
    facts = {
        "committee": committee,
        "page": page,
        "rows": [{"recommendation": one, "badge": look_of(one)} for one in page.items],
        "may_propose": is_at_work and may_work(request.user, committee),
        "may_deliver": bool(waiting) and may_keep(request.user, committee),
        "ready": ngettext(
            "%(count)s recommendation is agreed on and ready to be delivered.",
            "%(count)s recommendations are agreed on and ready to be delivered.",
            waiting,
        )
        % {"count": waiting},
    }
    return render(request, "committees/work/recommendations.html", facts)


@require_safe
def recommendation(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one recommendation: why, how the committee voted, what the elected body says."""
    found = recommendation_at(request, pk)
    committee = found.committee
    member = sitting_as(request.user, committee)
    asked = [shown_motion(request, one, member) for one in found.motions.all()]
    is_ready = committee.state == State.WORKING and found.laid_as_id is None
    may_ask = (
        is_ready
        and may_work(request.user, committee)
        and not any(one["motion"].is_open for one in asked)
        and found.status != Status.WITHDRAWN
    )
    is_settled = found.status == Status.RECOMMENDED
    facts = {
        "committee": committee,
        "recommendation": found,
        "badge": look_of(found),
        "asked": list(reversed(asked)),
        "may_rewrite": may_ask,
        "way_form": WayForm() if may_ask and not is_settled else None,
        "is_anew": bool(asked),
        "laid": found.laid_as,
        "talk": about_recommendation(found),
    }
    return render(request, "committees/work/recommendation.html", facts)


def recommendation_at(request: MunicipalityRequest, pk: int) -> Recommendation:
    """The recommendation that an address names; 404 where there is none here."""
    found: Recommendation = get_object_or_404(recommendations_in(request.municipality), pk=pk)
    return found


@signed_in
def propose(request: SignedInRequest, slug: str) -> HttpResponse:
    """Propose one recommendation."""
    committee = worked_at(request, slug)
    return ask(
        request,
        committee=committee,
        form=RecommendForm(posted(request), initial={"public_id": uuid4()}),
        asking=Asking(
            title=_("Propose a recommendation"),
            lead=_("One thing at a time, so that each can be voted on and answered by itself."),
            submit=_("Propose it"),
            thanks=_("It is proposed. The committee can talk about it, and vote on it."),
        ),
        act=lambda told: actions.propose_recommendation(
            committee=committee, by=request.user, **told
        ),
        to=reverse("committees:recommendations", args=[slug]),
    )


@signed_in
def rewrite(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a recommendation into other words."""
    found = recommendation_at(request, pk)
    if not may_work(request.user, found.committee):
        raise NotYoursToWork(committee=found.committee.title)
    said = {name: getattr(found, name) for name in ("text", "why", "costs", "carried_by")}
    return ask(
        request,
        committee=found.committee,
        form=RewriteForm(posted(request), initial=said),
        asking=Asking(
            title=_("Work on recommendation %(number)s") % {"number": found.number},
            lead=_("Other words have to be voted on anew."),
            submit=_("Keep the new words"),
            thanks=_("The recommendation has new words."),
        ),
        act=lambda told: actions.rewrite_recommendation(
            recommendation=found, by=request.user, **told
        ),
        to=found.get_absolute_url(),
    )


@signed_in
@require_POST
def ask_about(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a recommendation to the vote."""
    found = recommendation_at(request, pk)
    form = WayForm(request.POST)
    if form.is_valid():
        count(request, "post")
        motions.ask_the_committee(
            subject=found, what="recommend", way=form.cleaned_data["way"], by=request.user
        )
        messages.success(request, _("The committee can vote now. Every member hears of it."))
    else:
        messages.error(request, _("Choose how you decide."))
    return redirect(found)


@signed_in
def deliver(request: SignedInRequest, slug: str) -> HttpResponse:
    """Lay what was agreed on before the elected body."""
    committee = kept_at(request, slug)
    ahead = timezone.localdate() + delivering.ANSWERED_WITHIN
    return ask(
        request,
        committee=committee,
        form=DeliverForm(posted(request), initial={"promised_on": ahead, "title": committee.title}),
        asking=Asking(
            title=_("Deliver to %(body)s") % {"body": committee.body.name},
            lead=ngettext(
                "%(count)s recommendation goes along with its minority notes. It gets an answer"
                " with reasons.",
                "%(count)s recommendations go along with their minority notes. Each gets an answer"
                " with reasons.",
                len(to_deliver(committee)),
            )
            % {"count": len(to_deliver(committee))},
            submit=_("Deliver"),
            thanks=_("It is delivered. Everybody sees the day of the answer."),
        ),
        act=lambda told: delivering.deliver(committee=committee, by=request.user, **told),
        to=committee.get_absolute_url(),
    )


def notes_beside(request: HttpRequest, formal: FormalDecision) -> dict[int, Panel]:
    """What the committee says to each of its recommendations where the elected body answers it."""
    laid = recommendations_in(formal.municipality).filter(laid_as__formal_decision=formal)
    return {own.laid_as_id: _beside(own) for own in laid if own.laid_as_id is not None}


def _beside(own: Recommendation) -> Panel:
    """Why one recommendation is made, how the committee voted, and what its minority thinks."""
    facts: dict[str, Any] = {
        "own": own,
        "committee": own.committee,
        "notes": [shown_note(note) for note in notes_of(own.motions.all())],
    }
    return Panel(template="committees/work/beside.html", facts=facts)
