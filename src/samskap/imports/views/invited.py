"""The page of an invitation, for whoever has its link."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.imports.actions.inviting import answer_invitation
from samskap.imports.models import Invitation
from samskap.municipalities.middleware import MunicipalityRequest


def invited(request: MunicipalityRequest, key: str) -> HttpResponse:
    """Say who asks and what is known; take a yes or a no."""
    found = Invitation.objects.of(request.municipality).select_related("municipality")
    invitation: Invitation = get_object_or_404(found, key=key)
    if request.method == "POST":
        count(request, "post")
        accepts = request.POST.get("answer") == "yes"
        answer_invitation(invitation=invitation, accepts=accepts, language=get_language() or "")
        if accepts:
            messages.success(request, _("Welcome! You have an account. Sign in with your e-mail."))
            return redirect("people:sign_in")
        messages.success(request, _("Thank you for your answer. We have deleted what we had."))
        return redirect("front")
    is_open = invitation.answered_at is None and bool(invitation.email)
    return render(request, "imports/invited.html", {"invitation": invitation, "is_open": is_open})
