"""Those who gave on paper: found and forgotten by staff, when they ask for it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samskap.base.keyset import page_for
from samskap.base.seen import seen
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.privacy.actions.givers import forget_giver
from samskap.privacy.errors import NotForYou
from samskap.privacy.forms import FindGiverForm, ForgetGiverForm
from samskap.privacy.models import Erasure
from samskap.privacy.permissions import may_forget_givers
from samskap.privacy.queries.sights import givers_on_paper


@never_cache
@signed_in
def givers(request: SignedInRequest) -> HttpResponse:
    """List those without an account whose name or address is kept."""
    if not may_forget_givers(request.user, request.municipality):
        raise NotForYou
    form = FindGiverForm(request.GET or None, auto_id="find_%s")
    name = form.cleaned_data["name"].strip() if form.is_bound and form.is_valid() else ""
    found = givers_on_paper(request.municipality, name)
    seen(request, "privacy.givers")
    facts = {
        "form": form,
        "sought": name,
        "page": page_for(request, found, order=("-pk",), size=50),
        "erasures": Erasure.objects.of(request.municipality).select_related("by")[:20],
    }
    return render(request, "privacy/givers.html", facts)


@never_cache
@signed_in
def forget(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Ask for the reason, and forget somebody who gave on paper."""
    if not may_forget_givers(request.user, request.municipality):
        raise NotForYou
    giver = get_object_or_404(givers_on_paper(request.municipality), public_id=public_id)
    form = ForgetGiverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        forget_giver(giver=giver, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Forgotten. What they gave stays, without their name."))
        return redirect("privacy:givers")
    return render(request, "privacy/forget.html", {"form": form, "giver": giver})
