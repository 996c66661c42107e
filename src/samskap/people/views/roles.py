"""Administrators’ pages: who has which role, and who said yes to what."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.keyset import page_for
from samskap.base.seen import seen
from samskap.people import actions, queries
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.errors import MayNotSeeConsents, NotYoursToGive
from samskap.people.forms.roles import FindRoleForm, GiveRoleForm
from samskap.people.models import Consent, Role
from samskap.people.permissions import may_give_roles, may_use_consents
from samskap.people.purposes import EXPLAINED


@signed_in
def roles(request: SignedInRequest) -> HttpResponse:
    """List who has which role, and give roles."""
    if not may_give_roles(request.user, request.municipality):
        raise NotYoursToGive
    form = GiveRoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        with transaction.atomic():
            given = actions.give_role(
                person=actions.account_for(email=said["email"]),
                role=said["role"],
                municipality=request.municipality,
                by=request.user,
                until=said["until"],
            )
        messages.success(
            request,
            _("%(email)s now has the role “%(role)s”.")
            % {"email": said["email"], "role": given.get_role_display()},
        )
        return redirect("people:settings")
    find = FindRoleForm(request.GET or None, auto_id="find_%s")
    sought = find.cleaned_data["email"].strip() if find.is_bound and find.is_valid() else ""
    held = queries.roles_held(request.municipality, email=sought)
    page = page_for(request, held, order=("person__email", "pk"), size=50)
    seen(request, "people.roles")
    facts = {"form": form, "find": find, "page": page, "sought": sought}
    return render(request, "people/roles.html", facts)


@signed_in
@require_POST
def end_role(request: SignedInRequest, role_id: int) -> HttpResponse:
    """End one role."""
    role = get_object_or_404(Role.objects.of(request.municipality), pk=role_id)
    role = actions.end_role(role=role, by=request.user)
    messages.success(
        request, _("The role “%(role)s” has ended.") % {"role": role.get_role_display()}
    )
    if role.person_id == request.user.pk:
        return redirect("people:me")
    return redirect("people:settings")


@signed_in
def said_yes(request: SignedInRequest, purpose: str) -> HttpResponse:
    """List who said yes to one purpose, so that the yes is of use, and nobody else."""
    if purpose not in Consent.Purpose.values:
        raise Http404
    if not may_use_consents(request.user, request.municipality):
        raise MayNotSeeConsents
    held = queries.consents_held(request.municipality, purpose)
    page = page_for(request, held, order=("-pk",), size=50)
    seen(request, "people.said_yes")
    facts = {
        "page": page,
        "title": Consent.Purpose(purpose).label,
        "text": EXPLAINED[Consent.Purpose(purpose)],
        "purposes": Consent.Purpose.choices,
        "purpose": purpose,
    }
    return render(request, "people/said_yes.html", facts)
