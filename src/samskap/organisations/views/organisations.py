"""Finding organisations, reading about one, registering and changing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.municipalities.decorators import AdministratorRequest, for_administrators
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.organisations import actions, queries
from samskap.organisations.cards import chip_of, facts_of, tile_of
from samskap.organisations.errors import NotYoursToLookAfter
from samskap.organisations.forms import FilterForm, OrganisationForm, RegisterForm
from samskap.organisations.models import Organisation
from samskap.organisations.permissions import (
    may_let_in,
    may_look_after,
    may_see_speakers,
)
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

MOST_PARTS = 50


@require_GET
def show_list(request: MunicipalityRequest) -> HttpResponse:
    """List the organisations, by kind and by the words of a name."""
    form = FilterForm(request.GET if {"words", "kind"} & request.GET.keys() else None)
    sought = form.cleaned_data if form.is_bound and form.is_valid() else {}
    found = queries.organisations_of(
        request.municipality,
        kind=sought.get("kind", ""),
        words=sought.get("words", "").strip(),
    )
    page = page_for(request, found, order=queries.BY_NAME)
    facts = {
        "form": form,
        "page": page,
        "tiles": [tile_of(organisation) for organisation in page.items],
        "is_filtered": any(sought.values()),
    }
    return render(request, "organisations/list.html", facts)


@require_GET
def show(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show one organisation: what it is, whom it belongs with, who may speak for it."""
    organisation = organisation_or_404(request, slug)
    reader = request.user if isinstance(request.user, Person) else None
    speakers = list(queries.speakers_of(organisation))
    sees_speakers = may_see_speakers(reader, organisation)
    facts = {
        "organisation": organisation,
        "facts": facts_of(organisation, queries.root_of(organisation)),
        "parts": [tile_of(part) for part in queries.parts_of(organisation)[:MOST_PARTS]],
        "speakers": [chip_of(membership) for membership in speakers] if sees_speakers else [],
        "speakers_in_all": len(speakers),
        "may_see_speakers": sees_speakers,
        "membership": queries.membership_of(reader, organisation) if reader else None,
        "asked": queries.request_of(reader, organisation) if reader else None,
        "may_look_after": may_look_after(reader, organisation),
        "may_let_in": may_let_in(reader, organisation),
    }
    facts["may_speak"] = reader is not None and any(
        membership.person_id == reader.pk for membership in speakers
    )
    return render(request, "organisations/organisation.html", facts)


@signed_in
def register(request: SignedInRequest) -> HttpResponse:
    """Register an organisation."""
    if request.method == "POST":
        count(request, "post")
    kind = request.GET.get("kind", "")
    form = RegisterForm(
        request.POST or None,
        by=request.user,
        municipality=request.municipality,
        initial={"kind": kind} if kind in Organisation.Kind.values else {},
    )
    if form.is_valid():
        organisation = actions.register(
            municipality=request.municipality, by=request.user, **form.cleaned_data
        )
        messages.success(
            request, _("%(organisation)s is registered.") % {"organisation": organisation}
        )
        return redirect(organisation)
    return render(request, "organisations/register.html", {"form": form})


@signed_in
def change(request: SignedInRequest, slug: str) -> HttpResponse:
    """Change what is said of an organisation."""
    organisation = organisation_or_404(request, slug)
    if request.method == "POST":
        count(request, "post")
    if not may_look_after(request.user, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    form = OrganisationForm(
        request.POST or None,
        by=request.user,
        municipality=request.municipality,
        organisation=organisation,
        initial=OrganisationForm.initial_of(organisation),
    )
    if form.is_valid():
        actions.change(organisation=organisation, by=request.user, **form.cleaned_data)
        messages.success(request, _("The changes are saved."))
        return redirect(organisation)
    return render(
        request, "organisations/change.html", {"form": form, "organisation": organisation}
    )


@require_GET
@for_administrators
def public_bodies(request: AdministratorRequest) -> HttpResponse:
    """List what stands on the public side, for the administrators who look after it."""
    bodies = queries.public_bodies(request.municipality)
    page = page_for(request, bodies, order=queries.BY_NAME, size=50)
    words = dict(Organisation.Kind.choices)
    facts: dict[str, Any] = {
        "page": page,
        "tiles": [tile_of(organisation) for organisation in page.items],
        "ways": [
            (words[kind], f"{reverse('organisations:register')}?kind={kind}")
            for kind in Organisation.Kind
            if kind in Organisation.PUBLIC_KINDS
        ],
    }
    return render(request, "organisations/settings.html", facts)


def organisation_or_404(request: MunicipalityRequest, slug: str) -> Organisation:
    """Find an organisation of this municipality."""
    here = Organisation.objects.of(request.municipality)
    found = here.select_related("municipality", "parent")
    organisation: Organisation = get_object_or_404(found, slug=slug)
    return organisation
