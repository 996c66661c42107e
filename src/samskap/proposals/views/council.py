"""What is written down for the council, and what follows."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.proposals import cards
from samskap.proposals.actions import council as actions
from samskap.proposals.actions import measures
from samskap.proposals.errors import NotYoursToDecide
from samskap.proposals.forms.council import (
    AdmitForm,
    DecideForm,
    DoneForm,
    MeasureForm,
    NothingMoreForm,
    ReferForm,
)
from samskap.proposals.models import NOT_ADMITTED, Proposal, State
from samskap.proposals.permissions import may_write_for_council
from samskap.proposals.queries.alike import alike
from samskap.proposals.queries.counting import count_of
from samskap.proposals.queries.rules import threshold_of
from samskap.proposals.views.finding import opened_proposal, stewarded_proposal


def form_for(request: SignedInRequest, name: str, kind: Any, **named: Any) -> forms.Form:
    """One of several forms of a page: filled in where its own button was pressed."""
    sent = request.POST if request.POST.get("what") == name else None
    made: forms.Form = kind(sent, **named)
    return made


@signed_in
def council(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down whether the council takes a proposal up, refers it, and what it decides."""
    found = opened_proposal(request, pk)
    if not may_write_for_council(request.user, found):
        raise NotYoursToDecide
    admits = found.state == State.SUBMITTED
    refers = found.state in (State.SUBMITTED, State.ACCEPTED)
    decides = found.state in (State.ACCEPTED, State.REFERRED, *NOT_ADMITTED)
    shown = {
        "admit": form_for(request, "admit", AdmitForm) if admits else None,
        "refer": form_for(request, "refer", ReferForm) if refers else None,
        "decide": form_for(request, "decide", DecideForm) if decides else None,
    }
    for name, form in shown.items():
        if form is not None and form.is_bound and form.is_valid():
            count(request, "post")
            write_down(name, found, form.cleaned_data, request)
            messages.success(request, _("It is written down, and everybody can read it."))
            return redirect("proposals:council", found.pk)
    counts, needed = count_of(found), threshold_of(found)
    facts = {
        "proposal": found,
        "forms": shown,
        "numbers": cards.numbers_of(found, counts, needed),
        "deadlines": cards.deadline_facts(found),
        "dead": found.signatures.filter(has_died=True, validity="valid").count(),
        "alike": cards.alike_lines(
            alike(found.municipality, found.title, found.text, but=found.pk)
        ),
        "is_norwegian": found.municipality.country == "NO",
    }
    return render(request, "proposals/council.html", facts)


def write_down(
    name: str, proposal: Proposal, said: dict[str, Any], request: SignedInRequest
) -> None:
    """Do what one of the forms says."""
    plain: dict[str, Any] = {"proposal": proposal, "by": request.user}
    if name == "admit":
        actions.admit(**plain, **said)
    elif name == "refer":
        reason = said.pop("refer_reason")
        actions.refer(reason=reason, **plain, **said)
    else:
        actions.decide(**plain, **said)


@signed_in
def follow(request: SignedInRequest, pk: int) -> HttpResponse:
    """Follow what came of a proposal: the letter, measures, and that nothing more follows."""
    found = stewarded_proposal(request, pk)
    open_ones = [(str(each.pk), each.what) for each in found.measures.filter(done_on=None)]
    follows = found.state == State.INFORMED
    shown = {
        "measure": form_for(request, "measure", MeasureForm) if follows else None,
        "done": form_for(request, "done", DoneForm, measures=open_ones)
        if follows and open_ones
        else None,
        "nothing": form_for(request, "nothing", NothingMoreForm)
        if follows and not open_ones
        else None,
    }
    if request.method == "POST" and request.POST.get("what") == "informed":
        count(request, "post")
        actions.say_informed(proposal=found, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("proposals:follow", found.pk)
    for name, form in shown.items():
        if form is not None and form.is_bound and form.is_valid():
            count(request, "post")
            follow_up(name, found, form.cleaned_data, request)
            messages.success(request, _("Saved. Those who made the proposal hear of it."))
            return redirect("proposals:follow", found.pk)
    facts = {
        "proposal": found,
        "forms": shown,
        "measures": cards.measure_lines(found.measures.all()),
        "is_to_inform": found.informed_at is None and found.state in (State.DECIDED, *NOT_ADMITTED),
    }
    return render(request, "proposals/follow.html", facts)


def follow_up(
    name: str, proposal: Proposal, said: dict[str, Any], request: SignedInRequest
) -> None:
    """Do what one of the forms says."""
    if name == "measure":
        what, due_on = said["measure_says"], said["due_on"]
        measures.add_measure(proposal=proposal, what=what, due_on=due_on, by=request.user)
    elif name == "done":
        [key] = keys_in([said["measure"]])
        measure = get_object_or_404(proposal.measures, pk=key)
        measures.finish_measure(measure=measure, says=said["says"], by=request.user)
    else:
        measures.follow_up(proposal=proposal, reason=said["nothing_more"], by=request.user)
