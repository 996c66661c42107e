"""Planning a hearing, and looking after it until it is reported."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.hearings import cards
from samskap.hearings.actions import opening, planning, reporting
from samskap.hearings.errors import NotYoursToSteward
from samskap.hearings.forms.planning import (
    AskForm,
    ExtendForm,
    LayBeforeForm,
    LayOpenForm,
    OpenForm,
    PlanForm,
    ReportForm,
)
from samskap.hearings.models import Hearing, Recipient, State
from samskap.hearings.permissions import may_plan
from samskap.hearings.queries.statements import recipients_of
from samskap.hearings.views.finding import stewarded_hearing
from samskap.hearings.views.reading import about
from samskap.initiatives.queries.initiatives import initiative_named
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


@signed_in
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    """Plan a hearing about an initiative."""
    here = request.municipality
    initiative = initiative_named(here, slug)
    if initiative is None:
        raise Http404
    if not may_plan(request.user, initiative):
        raise NotYoursToSteward
    form = PlanForm(request.POST or None, municipality=here, initial={"public_id": uuid4()})
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        made = planning.plan_hearing(
            initiative=initiative, by=request.user, public_id=form.key, **form.said
        )
        messages.success(request, _("It is planned. Lay the papers open, and say who is asked."))
        return redirect("hearings:keep", made.slug)
    return render(request, "hearings/new.html", {"form": form, "initiative": initiative})


def forms_of(request: SignedInRequest, hearing: Hearing) -> dict[str, Any]:
    """The forms that the page offers where the hearing stands; one is filled in, if it was sent."""
    here, state = hearing.municipality, State(hearing.state)
    is_planned, is_open = state == State.PLANNED, state == State.OPEN
    plan = {name: getattr(hearing, name) for name in PlanForm.base_fields if name != "public_id"}
    offered: dict[str, Callable[[Any, Any], forms.Form] | None] = {
        "plan": (lambda sent, _files: PlanForm(sent, municipality=here, initial=plan))
        if is_planned
        else None,
        "ask": (lambda sent, _files: AskForm(sent, municipality=here, prefix="ask"))
        if is_planned or is_open
        else None,
        "paper": LayOpenForm if is_planned or is_open else None,
        "open": OpenForm if is_planned else None,
        "extend": ExtendForm if is_open else None,
        "report": ReportForm if state == State.ANSWERED else None,
        "lay": (lambda sent, _files: LayBeforeForm(sent, municipality=here))
        if state == State.REPORTED and hearing.formal_id is None
        else None,
    }
    what = request.POST.get("what")
    return {
        name: make(request.POST, request.FILES) if name == what else make(None, None)
        for name, make in offered.items()
        if make is not None
    }


@signed_in
def keep(request: SignedInRequest, slug: str) -> HttpResponse:
    """Look after a hearing: its plan, papers and list, opening, more time, report, the council."""
    found = stewarded_hearing(request, slug)
    what = request.POST.get("what", "")
    if what in ("leave_out", "take_away"):
        count(request, "post")
        take_off(found, what, request)
        messages.success(request, _("It is taken off."))
        return redirect("hearings:keep", found.slug)
    shown = forms_of(request, found)
    form = shown.get(what)
    if request.method == "POST" and form is not None and form.is_valid():
        count(request, "post")
        messages.success(request, do(what, found, form, request.user))
        return redirect("hearings:keep", found.slug)
    if found.recipients.filter(kind=Recipient.Kind.NEIGHBOUR).exclude(name="").exists():
        seen(request, "hearings.neighbours")
    facts = about(found)
    facts |= {
        "forms": shown,
        "asked": cards.asked_lines(recipients_of(found), names=True),
        "answers": cards.answered_chart(facts["progress"]),
        "is_planned": found.state == State.PLANNED,
    }
    return render(request, "hearings/keep.html", facts)


def take_off(hearing: Hearing, what: str, request: SignedInRequest) -> None:
    """Take somebody off the list, or a paper away."""
    key = next(iter(keys_in([request.POST.get("key", "")])), 0)
    if what == "leave_out":
        recipient = get_object_or_404(hearing.recipients.select_related("hearing"), pk=key)
        recipient.hearing = hearing
        planning.leave_out(recipient=recipient, by=request.user)
    else:
        paper = get_object_or_404(hearing.papers, pk=key)
        paper.hearing = hearing
        planning.take_away(paper=paper, by=request.user)


def do(what: str, hearing: Hearing, form: Any, by: Person) -> str:
    """Do what one of the forms says, and say so."""
    plain: dict[str, Any] = {"hearing": hearing, "by": by}
    said: dict[str, Any] = form.cleaned_data
    if what == "plan":
        planning.change_plan(**plain, **form.said)
        return _("The plan is changed.")
    if what == "ask":
        planning.ask(**plain, **said)
        return _("It is on the list.")
    if what == "paper":
        planning.lay_open(**plain, title=said["paper_title"], url=said["url"], file=said["file"])
        return _("The paper lies open.")
    if what == "open":
        opening.open_hearing(**plain, **said)
        return _("The hearing is open. Everybody sees it, and those who belong here are told.")
    if what == "extend":
        opening.extend(**plain, closes_on=said["longer_until"])
        return _("People have more time.")
    if what == "report":
        reporting.report(**plain, **said)
        return _("The report is there, and everybody can read it.")
    reporting.lay_report_before(**plain, **said)
    return _("It is laid before the body, which answers with reasons.")
