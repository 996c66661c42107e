"""Prepared answers, and how much one person should carry."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.desk import actions, queries
from samskap.desk.errors import NotYourDesk
from samskap.desk.forms import LimitForm, WordingForm
from samskap.desk.models import Wording
from samskap.desk.permissions import may_keep_wordings
from samskap.municipalities.decorators import AdministratorRequest, for_administrators
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def wordings(request: SignedInRequest) -> HttpResponse:
    """List the prepared answers."""
    if not may_keep_wordings(request.user, request.municipality):
        raise NotYourDesk
    found = queries.wordings(request.municipality)
    return render(request, "desk/wordings/list.html", {"wordings": found})


@signed_in
def new_wording(request: SignedInRequest) -> HttpResponse:
    """Prepare an answer."""
    return edit(request, Wording(municipality=request.municipality), _("Prepare an answer"))


@signed_in
def wording(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a prepared answer."""
    found = get_object_or_404(queries.wordings(request.municipality), pk=pk)
    return edit(request, found, _("Change a prepared answer"))


def edit(request: SignedInRequest, found: Wording, heading: str) -> HttpResponse:
    """Show the form of a prepared answer, or keep what was written."""
    if not may_keep_wordings(request.user, request.municipality):
        raise NotYourDesk
    form = WordingForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.keep_wording(
            municipality=request.municipality,
            wording=found,
            by=request.user,
            **form.cleaned_data,
        )
        messages.success(request, _("The prepared answer is kept."))
        return redirect("desk:wordings")
    facts = {"form": form, "heading": heading, "wording": found}
    return render(request, "desk/wordings/edit.html", facts)


@signed_in
@require_POST
def throw_wording_away(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let go of a prepared answer."""
    found = get_object_or_404(queries.wordings(request.municipality), pk=pk)
    actions.throw_wording_away(wording=found, by=request.user)
    messages.success(request, _("The prepared answer is thrown away."))
    return redirect("desk:wordings")


@for_administrators
def settings(request: AdministratorRequest) -> HttpResponse:
    """Say how much one person should carry."""
    limit = queries.limit_of(request.municipality)
    form = LimitForm(request.POST or None, instance=limit)
    if request.method == "POST" and form.is_valid():
        actions.set_limit(municipality=request.municipality, by=request.user, **form.cleaned_data)
        messages.success(request, _("The limit is kept."))
        return redirect("municipalities:settings")
    title = _("How much one person should carry")
    crumbs = [(_("Set up the municipality"), reverse("municipalities:settings")), (title, "")]
    return render(request, "desk/settings.html", {"form": form, "title": title, "crumbs": crumbs})
