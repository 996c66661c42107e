"""Signing, taking one’s signature back, submitting."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Level
from samskap.people.permissions import level_of
from samskap.proposals.actions import council, signing
from samskap.proposals.errors import NotCollecting
from samskap.proposals.forms.signing import SignForm
from samskap.proposals.models import Signature, Validity
from samskap.proposals.queries.proposals import has_signed, is_contested
from samskap.proposals.queries.rules import rules_of
from samskap.proposals.views.finding import opened_proposal


@signed_in
def sign(request: SignedInRequest, pk: int) -> HttpResponse:
    """Stand behind a proposal."""
    found = opened_proposal(request, pk)
    if not found.is_open:
        raise NotCollecting
    scheme = rules_of(request.municipality).scheme
    is_known = level_of(request.user, request.municipality) >= Level.IDENTIFIED
    form = SignForm(request.POST or None, by=request.user, scheme=scheme)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        signature = signing.sign(proposal=found, by=request.user, **form.cleaned_data)
        messages.success(request, thanks_for(signature))
        return redirect(found)
    facts = {
        "proposal": found,
        "form": form,
        "scheme": scheme,
        "is_known": is_known,
        "asks_for_e_id": scheme.needs_e_id and not is_known,
        "has_signed": has_signed(request.user, found),
    }
    return render(request, "proposals/sign.html", facts)


def thanks_for(signature: Signature) -> str:
    """What to say to whoever has signed."""
    if signature.validity == Validity.UNCHECKED or is_contested(signature):
        return _("Thank you! It counts when the municipality has seen that you live here.")
    if signature.validity == Validity.DUPLICATE:
        return _("You stand on a list already, and count once. Thank you!")
    return _("Thank you! Your signature counts.")


@signed_in
@require_POST
def take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one’s signature back."""
    found = opened_proposal(request, pk)
    count(request, "post")
    signing.take_back(proposal=found, by=request.user)
    messages.success(request, _("Your signature is taken back and deleted."))
    return redirect(found)


@signed_in
@require_POST
def submit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a proposal before the council."""
    found = opened_proposal(request, pk)
    count(request, "post")
    council.submit(proposal=found, by=request.user)
    messages.success(request, _("It is submitted. The page shows by when the council answers."))
    return redirect(found)
