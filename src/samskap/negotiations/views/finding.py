"""Finding what an address names, and which of several forms was sent."""

from typing import Any

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404

from samskap.base.limits import keys_in
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.initiatives import initiative_named
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.negotiations.models import Negotiation, Option, Party
from samskap.negotiations.queries.negotiations import negotiations_in
from samskap.places.models import Area


def the_initiative(request: MunicipalityRequest, slug: str) -> Initiative:
    """The initiative that an address names."""
    found = initiative_named(request.municipality, slug)
    if found is None:
        raise Http404
    return found


def the_negotiation(request: MunicipalityRequest, slug: str) -> Negotiation:
    """The negotiation of the initiative that an address names."""
    rows = negotiations_in(request.municipality)
    found: Negotiation = get_object_or_404(rows, initiative__slug=slug)
    found.initiative.municipality = found.municipality = request.municipality
    if found.document is not None:
        found.document.initiative = found.initiative
    return found


def the_party(request: MunicipalityRequest, pk: int) -> Party:
    """The party that an address names, with its table."""
    rows = Party.objects.of(request.municipality).select_related(
        "organisation", "area", "giver", "invited_by"
    )
    found: Party = get_object_or_404(rows, pk=pk)
    found.negotiation = negotiations_in(request.municipality).get(pk=found.negotiation_id)
    return found


def the_option(request: MunicipalityRequest, pk: int) -> Option:
    """The option that an address names, with its table."""
    rows = Option.objects.of(request.municipality).select_related("party")
    found: Option = get_object_or_404(rows, pk=pk)
    found.negotiation = negotiations_in(request.municipality).get(pk=found.negotiation_id)
    return found


def area_of(request: MunicipalityRequest, key: int | None) -> Area | None:
    """The area that was chosen, if any."""
    if key is None:
        return None
    found: Area | None = Area.objects.of(request.municipality).filter(pk=key).first()
    return found


def form_for(request: MunicipalityRequest, name: str, kind: Any, **named: Any) -> Any:
    """One of several forms of a page: filled in where its own button was pressed."""
    sent = request.POST if request.POST.get("what") == name else None
    return kind(sent, auto_id=f"{name}_%s", **named)


def pressed(request: MunicipalityRequest) -> tuple[str, int | None]:
    """The button that was pressed and the row it is about: “count_on:17”."""
    if request.method != "POST":
        return "", None
    what, _colon, key = request.POST.get("what", "").partition(":")
    return what, next(iter(keys_in([key])), None)


def is_sent(form: forms.BaseForm | None) -> bool:
    """Whether this form of several was sent and is filled in right."""
    return form is not None and form.is_bound and form.is_valid()
