"""A guardian’s leave: the child asks, the guardian answers by the link of a letter."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samskap.base.rates import count
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people import actions
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.forms.me import AskGuardianForm
from samskap.people.models import Consent, Leave
from samskap.people.purposes import EXPLAINED


@signed_in
def ask_guardian(request: SignedInRequest) -> HttpResponse:
    """Ask a parent or guardian."""
    form = AskGuardianForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "letters")
        count(f"guardian: {form.cleaned_data['email']}", "letters_to_one_address")
        actions.ask_guardian(
            by=request.user, municipality=request.municipality, **form.cleaned_data
        )
        messages.success(request, _("The letter is sent. You see here when it is answered."))
        return redirect("people:consents")
    return render(request, "people/ask_guardian.html", {"form": form})


@never_cache
def guardian(request: MunicipalityRequest, key: UUID) -> HttpResponse:
    """Say what it is for, and take the answer of whoever has the link; no sign-in is needed."""
    found = Leave.objects.of(request.municipality).select_related("child", "consent")
    leave: Leave = get_object_or_404(found, key=key)
    said = request.POST.get("answer", "")
    if request.method == "POST" and said in ("yes", "no", "back"):
        count(request, "post")
        if said == "back":
            actions.withdraw_leave(leave=leave)
        else:
            actions.answer_leave(leave=leave, is_given=said == "yes")
        messages.success(request, _("Thank you. Your answer is kept."))
        return redirect("people:guardian", key)
    facts: dict[str, Any] = {
        "leave": leave,
        "child": leave.child.shown_name,
        "explained": EXPLAINED[Consent.Purpose(leave.purpose)],
    }
    # The address is the key. The house tells it to no other site (“same-origin”); told to nobody at
    # all, the browser would send the form as from nowhere, and it would be refused.
    return render(request, "people/guardian.html", facts)
