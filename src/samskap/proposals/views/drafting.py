"""Writing a proposal, opening it, taking it back."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.finding import wants_to_look
from samskap.base.rates import count
from samskap.initiatives.queries.initiatives import initiative_named
from samskap.ledger.hands import hand, paper_hand
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.proposals import cards
from samskap.proposals.actions import drafting
from samskap.proposals.errors import NotNow, NotYoursToChange
from samskap.proposals.forms.drafting import DraftForm, WithdrawForm, WordsForm
from samskap.proposals.models import BEFORE, State
from samskap.proposals.permissions import may_change, may_steward, may_withdraw
from samskap.proposals.queries.alike import alike
from samskap.proposals.queries.rules import rules_of
from samskap.proposals.views.finding import the_proposal


@signed_in
def new(request: SignedInRequest) -> HttpResponse:
    """Write a proposal; what says nearly the same is shown to whoever asks, and stops nobody."""
    here = request.municipality
    rules = rules_of(here)
    only_looks = wants_to_look(request)
    form = DraftForm(
        None if only_looks else request.POST or None,
        by=request.user,
        municipality=here,
        scheme=rules.scheme,
        is_steward=may_steward(request.user, here),
        initial=request.POST.dict() if only_looks else {"public_id": uuid4()},
    )
    grown_from = initiative_named(here, request.GET.get("initiative", ""))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        if said.get("for_name"):
            whose = paper_hand(
                by=request.user,
                municipality=here,
                name=said["for_name"],
                reach=said["for_reach"],
            )
        else:
            whose = hand(key=said["hand"], by=request.user, municipality=here)
        made = drafting.draft(
            municipality=here,
            hand=whose,
            title=said["title"],
            text=said["text"],
            language=said["language"],
            born_on=said.get("born_on"),
            initiative=grown_from,
            public_id=said["public_id"],
        )
        alone = _("It is kept. Nobody else sees it until you open it.")
        few = _("It is kept. Only those who act for it see it until it is opened.")
        messages.success(request, alone if made.is_of_one_alone else few)
        return redirect(made)
    title, text = request.POST.get("title", ""), request.POST.get("text", "")
    facts = {
        "form": form,
        "grown_from": grown_from,
        "scheme": rules.scheme,
        "has_looked": only_looks,
        "alike": cards.alike_lines(alike(here, title, text)) if only_looks else [],
    }
    return render(request, "proposals/new.html", facts)


@signed_in
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change the words of a draft."""
    found = the_proposal(request, pk)
    if not may_change(request.user, found):
        raise NotYoursToChange
    if found.state != State.DRAFT:
        raise NotNow(state=found.get_state_display())
    now = {"title": found.title, "text": found.text, "language": found.language}
    form = WordsForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        drafting.change_draft(proposal=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is changed."))
        return redirect(found)
    return render(request, "proposals/edit.html", {"proposal": found, "form": form})


@signed_in
@require_POST
def open_for_signing(request: SignedInRequest, pk: int) -> HttpResponse:
    """Open a draft to everybody, so that people can sign."""
    found = the_proposal(request, pk)
    count(request, "post")
    drafting.open_proposal(proposal=found, by=request.user)
    messages.success(request, _("It is open. Tell people about it, and ask them to sign!"))
    return redirect(found)


@signed_in
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a proposal back, and say why."""
    found = the_proposal(request, pk)
    if not may_withdraw(request.user, found):
        raise NotYoursToChange
    if found.state not in BEFORE:
        raise NotNow(state=found.get_state_display())
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        was_draft = found.opened_at is None
        drafting.withdraw(proposal=found, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("It is taken back."))
        return redirect("proposals:list") if was_draft else redirect(found)
    return render(request, "proposals/withdraw.html", {"proposal": found, "form": form})
