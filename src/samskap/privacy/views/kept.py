"""What is kept and how long: for everybody to read, for administrators to change."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.privacy.actions.keeping import change_rule
from samskap.privacy.errors import NotForYou
from samskap.privacy.forms import RuleForm
from samskap.privacy.permissions import (
    may_change_rules,
    may_see_sights,
    may_see_the_office,
)
from samskap.privacy.queries.keeping import what_is_kept
from samskap.privacy.queries.sights import consents_by_purpose


def kept(request: MunicipalityRequest) -> HttpResponse:
    """Tell everybody what is kept here, how long and why."""
    return render(request, "privacy/kept.html", {"lines": what_is_kept(request.municipality)})


@signed_in
def settings(request: SignedInRequest) -> HttpResponse:
    """Show the data protection officer how privacy is kept, and where to change it."""
    if not may_see_the_office(request.user, request.municipality):
        raise NotForYou
    facts = {
        "lines": what_is_kept(request.municipality),
        "consents": consents_by_purpose(request.municipality),
        "may_see_sights": may_see_sights(request.user, request.municipality),
    }
    return render(request, "privacy/settings.html", facts)


@signed_in
def rule(request: SignedInRequest, key: str) -> HttpResponse:
    """Choose how long one kind of thing is kept."""
    if not may_change_rules(request.user, request.municipality):
        raise NotForYou
    lines = what_is_kept(request.municipality)
    line = next((line for line in lines if line.keeping.key == key and line.can_change), None)
    if line is None:
        raise Http404
    initial = {"days": line.days, "why": line.rule.why if line.rule else str(line.keeping.why)}
    form = RuleForm(request.POST or None, keeping=line.keeping, initial=initial)
    if request.method == "POST" and form.is_valid():
        change_rule(
            municipality=request.municipality,
            keeping=line.keeping,
            by=request.user,
            **form.cleaned_data,
        )
        messages.success(request, _("Saved. It holds from tonight."))
        return redirect("privacy:settings")
    return render(request, "privacy/rule.html", {"form": form, "line": line})
