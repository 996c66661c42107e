"""Deciding about a proposed change, or putting it to the partners."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.drafting import actions, cards
from samskap.drafting.actions import Clash
from samskap.drafting.forms import DecideForm, PutForm
from samskap.drafting.models import Change, Document
from samskap.drafting.permissions import (
    may_decide,
    may_put_to_partners,
    may_withdraw,
    needs_another_writer,
)
from samskap.drafting.queries.texts import wording_now
from samskap.drafting.talk import about_change
from samskap.drafting.views.finding import the_change
from samskap.kernels.word_differences import merged
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


def page_of(
    request: MunicipalityRequest,
    change: Change,
    *,
    form: DecideForm | None = None,
    put: PutForm | None = None,
    clash: Clash | None = None,
) -> dict[str, Any]:
    """Everything that the page of a proposed change shows to whoever reads it."""
    proposal = cards.proposal_of(change)
    reader = request.user if isinstance(request.user, Person) else None
    acts = change.is_open and change.document.is_open and reader is not None
    if acts and may_decide(reader, change):
        form = form or DecideForm(
            fits=proposal.fits,
            may_reject=change.document.rule != Document.Rule.PARTNERS,
            initial=first_words(change),
        )
    if acts and may_put_to_partners(reader, change):
        put = put or PutForm(auto_id="put_%s", initial={"text": change.text})
    return {
        "change": change,
        "document": change.document,
        "proposal": proposal,
        "beside": cards.proposals_of(change.paragraph, but=change)
        if change.paragraph and change.is_open
        else [],
        "fate": cards.fate_in_words(change),
        "form": form,
        "put": put,
        "clash": clash,
        "talk": about_change(change),
        "needs_another_writer": acts and needs_another_writer(reader, change),
        "may_withdraw": may_withdraw(request.user, change),
    }


def first_words(change: Change) -> dict[str, Any]:
    """What stands in the form before anything is typed: the change on the wording that holds."""
    if change.paragraph is None:
        return {"text": change.text}
    now = wording_now(change.paragraph)
    base = change.base.text if change.base else now.text
    together = merged(base, change.text, now.text) if change.text else now.text
    text = change.text if together is None else together
    return {"text": text, "base_version": now.version}


@signed_in
@require_POST
def decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what becomes of a change; what was typed stays in the form until it is taken."""
    change = the_change(request, pk)
    form = DecideForm(request.POST)
    clash = None
    if form.is_valid():
        count(request, "post")
        decided = actions.decide_change(change=change, by=request.user, **form.cleaned_data)
        if not isinstance(decided, Clash):
            messages.success(request, _("It is answered. Whoever proposed it hears why."))
            return redirect(change)
        clash = decided
        data = request.POST.copy()
        data["base_version"] = str(clash.now.version)
        form = DecideForm(data)
    page = page_of(request, change, form=form, clash=clash)
    return render(request, "drafting/change.html", page)


@signed_in
@require_POST
def put(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a change to the partners, who decide by the rule of their agreement."""
    change = the_change(request, pk)
    form = PutForm(request.POST, auto_id="put_%s")
    if not form.is_valid():
        return render(request, "drafting/change.html", page_of(request, change, put=form))
    count(request, "post")
    decision = actions.put_to_partners(change=change, by=request.user, **form.cleaned_data)
    messages.success(request, _("The partners are asked. Their decision moves the change."))
    return redirect(decision)
