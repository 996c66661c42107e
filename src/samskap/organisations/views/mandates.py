"""Giving and ending mandates."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.organisations import actions
from samskap.organisations.errors import NotYoursToLookAfter
from samskap.organisations.forms import MandateForm
from samskap.organisations.permissions import may_give_mandate
from samskap.organisations.views.membership import membership_or_404
from samskap.people.decorators import SignedInRequest, signed_in

USUAL = timedelta(days=365)


@signed_in
def give_mandate(request: SignedInRequest, membership_id: int) -> HttpResponse:
    """Let a member speak for the organisation, from one day through another."""
    membership = membership_or_404(request, membership_id)
    if request.method == "POST":
        count(request, "post")
    organisation = membership.organisation
    if not may_give_mandate(request.user, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    today = timezone.localdate()
    usual = {"first_day": today, "last_day": today + USUAL}
    form = MandateForm(request.POST or None, initial=usual)
    if form.is_valid():
        actions.give_mandate(membership=membership, by=request.user, **form.cleaned_data)
        messages.success(
            request,
            _("%(person)s may speak for %(organisation)s.")
            % {"person": membership.person, "organisation": organisation},
        )
        return redirect("organisations:members", slug=organisation.slug)
    facts = {"form": form, "membership": membership, "organisation": organisation}
    return render(request, "organisations/mandate.html", facts)


@require_POST
@signed_in
def end_mandate(request: SignedInRequest, membership_id: int) -> HttpResponse:
    """End a mandate, or lay one’s own down."""
    membership = membership_or_404(request, membership_id)
    count(request, "post")
    actions.end_mandate(membership=membership, by=request.user)
    facts = {"person": membership.person, "organisation": membership.organisation}
    messages.success(request, _("%(person)s no longer speaks for %(organisation)s.") % facts)
    if may_give_mandate(request.user, membership.organisation):
        return redirect("organisations:members", slug=membership.organisation.slug)
    return redirect("organisations:mine")
