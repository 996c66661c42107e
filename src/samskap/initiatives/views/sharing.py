"""The pages by which an initiative reaches into another municipality."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.base.keyset import page_for
from samskap.base.modules import Panel, Task, Waiting
from samskap.base.rates import count
from samskap.base.text import plain
from samskap.design.asking import Asking, posted
from samskap.initiatives.actions import sharing as actions
from samskap.initiatives.errors.sharing import NotYoursToShare
from samskap.initiatives.forms.sharing import AnswerSharingForm, ShareForm
from samskap.initiatives.forms.steps import ReasonForm
from samskap.initiatives.models import Initiative, Sharing
from samskap.initiatives.permissions.sharing import may_answer_for, may_share
from samskap.initiatives.queries.kept import for_everyone
from samskap.initiatives.queries.sharing import (
    could_be_asked,
    shared_with,
    sharings_of,
    taking_part_in,
)
from samskap.initiatives.views.cards import address_in
from samskap.initiatives.views.finding import ask, carried_at, initiative_at
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.queries import address_of
from samskap.people.decorators import SignedInRequest, signed_in

MOST = 10  # lines on the desk


def show_across(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show which municipalities were asked, and let those who carry it ask another."""
    if request.method == "POST":
        return share(request, slug)
    initiative = initiative_at(request, slug)
    may_ask = initiative.is_open and may_share(request.user, initiative)
    page = {
        "initiative": initiative,
        "sharings": list(sharings_of(initiative)),
        "may_end": may_share(request.user, initiative),
        "may_ask": may_ask,
        "form": ShareForm(initiative=initiative)
        if may_ask and could_be_asked(initiative).exists()
        else None,
    }
    return render(request, "initiatives/sharing/across.html", page)


@signed_in
def share(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ask another municipality to take part."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=ShareForm(request.POST, initiative=initiative),
        asking=Asking(
            title=_("Ask another municipality"),
            submit=_("Send the question"),
            thanks=_("The question is sent. You see the answer here."),
        ),
        act=lambda told: actions.share(initiative=initiative, by=request.user, **told),
        to=reverse("initiatives:across", args=[slug]),
    )


@signed_in
def take_back(request: SignedInRequest, slug: str, sharing_id: int) -> HttpResponse:
    """Take a question back, or let a municipality go, from home."""
    initiative = carried_at(request, slug)
    sharing: Sharing = get_object_or_404(sharings_of(initiative), pk=sharing_id)
    name = sharing.municipality.name
    return ask(
        request,
        initiative=initiative,
        form=ReasonForm(posted(request)),
        asking=Asking(
            title=_("End it with %(municipality)s") % {"municipality": name},
            lead=_("The initiative is no longer shown there. What was given to it stays."),
            submit=_("End it"),
            thanks=_("It is ended."),
        ),
        act=lambda told: actions.end_sharing(sharing=sharing, by=request.user, **told),
        to=reverse("initiatives:across", args=[slug]),
    )


def show_shared(request: MunicipalityRequest) -> HttpResponse:
    """Show in what of others this municipality takes part, and what it has been asked."""
    here = request.municipality
    may_answer = may_answer_for(request.user, here)
    found = shared_with(here)
    page = page_for(request, found.taking_part(), order=("-at", "-pk"), size=18)
    shown = {
        "page": page,
        "rows": [_row(sharing) for sharing in page.items],
        "asked": [_row(sharing) for sharing in found.waiting()] if may_answer else [],
        "may_answer": may_answer,
    }
    return render(request, "initiatives/sharing/shared.html", shown)


def _row(sharing: Sharing) -> dict[str, Any]:
    """One shared initiative as the list shows it."""
    initiative = sharing.initiative
    return {
        "sharing": sharing,
        "initiative": initiative,
        "home": initiative.municipality,
        "url": address_in(initiative, initiative.municipality),
        "text": plain(initiative.lead, 200),
        "areas": ", ".join(area.name for area in sharing.areas.all()),
    }


@signed_in
def answer(request: SignedInRequest, sharing_id: int) -> HttpResponse:
    """Answer for the municipality that is asked. Refuses with NotYoursToShare."""
    sharing = _asked_here(request, sharing_id)
    if not sharing.is_waiting and request.method != "POST":
        return redirect("initiatives:shared")
    form = AnswerSharingForm(posted(request), municipality=request.municipality)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.answer_sharing(sharing=sharing, by=request.user, **form.cleaned_data)
        messages.success(request, _("The answer is sent. Thank you!"))
        return redirect("initiatives:shared")
    page = {"row": _row(sharing), "form": form}
    return render(request, "initiatives/sharing/answer.html", page)


@signed_in
def leave(request: SignedInRequest, sharing_id: int) -> HttpResponse:
    """Take part no longer. Refuses with NotYoursToShare."""
    sharing = _asked_here(request, sharing_id)
    return ask(
        request,
        initiative=sharing.initiative,
        form=ReasonForm(posted(request)),
        asking=Asking(
            title=_("Take part no longer"),
            lead=_("The initiative goes on at home. It is no longer shown here."),
            submit=_("Take part no longer"),
            thanks=_("It is no longer shown here. Those who carry it are told."),
        ),
        act=lambda told: actions.end_sharing(sharing=sharing, by=request.user, **told),
        to=reverse("initiatives:shared"),
    )


def _asked_here(request: SignedInRequest, sharing_id: int) -> Sharing:
    """What this municipality was asked, for those who answer for it, and nobody else."""
    here = request.municipality
    sharing: Sharing = get_object_or_404(shared_with(here), pk=sharing_id)
    if not may_answer_for(request.user, here):
        raise NotYoursToShare(municipality=here.name)
    return sharing


@for_everyone
def sharing_panel(request: MunicipalityRequest, initiative: Initiative) -> Panel | None:
    """Which other municipalities take part."""
    others = taking_part_in(initiative)
    if not others:
        return None
    rows = [{"name": each.name, "url": f"{address_of(each)}/"} for each in others]
    return Panel(
        template="initiatives/sharing/panel.html", facts={"rows": rows}, order=60, aside=True
    )


def sharings_waiting(request: MunicipalityRequest) -> Waiting | None:
    """What other municipalities ask this one, the soonest answer first."""
    here = request.municipality
    if not may_answer_for(request.user, here):
        return None
    waiting = shared_with(here).waiting()
    asked = list(waiting.order_by("answer_due_on", "pk")[:MOST])
    if not asked:
        return None
    return Waiting(
        title=_("Other municipalities ask you to take part"),
        in_all=waiting.count(),
        url=reverse("initiatives:shared"),
        tasks=[
            Task(
                title=each.initiative.title,
                url=reverse("initiatives:answer_sharing", args=[each.pk]),
                note=each.initiative.municipality.name,
                due_on=each.answer_due_on,
            )
            for each in asked
        ],
    )
