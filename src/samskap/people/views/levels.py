"""Administrators’ page: how surely the municipality must know who does what."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.people import actions, queries
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.errors import NotYoursToSetUp
from samskap.people.forms.levels import LeastLevelsForm
from samskap.people.permissions import may_set_up_sign_in


@signed_in
def least_levels(request: SignedInRequest) -> HttpResponse:
    """Choose which acts need a national e-ID."""
    here = request.municipality
    if not may_set_up_sign_in(request.user, here):
        raise NotYoursToSetUp
    form = LeastLevelsForm(request.POST or None, levels=here.least_levels)
    if request.method == "POST" and form.is_valid():
        actions.set_least_levels(municipality=here, levels=form.cleaned_data, by=request.user)
        messages.success(request, _("Saved. It holds from now on."))
        return redirect("people:least_levels")
    page = {"form": form, "has_e_id": queries.has_e_id(here)}
    return render(request, "people/least_levels.html", page)
