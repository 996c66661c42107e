"""Finding the committee that an address names, and asking for something about it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.models import Committee, Member
from samskap.committees.permissions import may_keep
from samskap.design.asking import Asking, asked
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest


def found_in(request: MunicipalityRequest) -> QuerySet[Committee]:
    """The committees of this municipality, with what every page of one reads."""
    found: QuerySet[Committee] = Committee.objects.of(request.municipality).select_related(
        "municipality",
        "initiative__account",
        "initiative__municipality",
        "theme",
        "body",
        "merged_into",
        "facilitator",
        "secretary",
    )
    return found


def committee_at(request: MunicipalityRequest, slug: str) -> Committee:
    """The committee at an address of this municipality; 404 where there is none."""
    found: Committee = get_object_or_404(found_in(request), slug=slug)
    return found


def kept_at(request: SignedInRequest, slug: str) -> Committee:
    """A committee that the reader keeps, so that nobody fills in a form in vain.

    The action asks again. Refuses with NotYoursToKeep.
    """
    committee = committee_at(request, slug)
    if not may_keep(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    return committee


def member_at(request: MunicipalityRequest, pk: int) -> Member:
    """The member that an address names; 404 where there is none here."""
    found = Member.objects.of(request.municipality).select_related(
        "person",
        "giver",
        "seat",
        "committee__municipality",
        "committee__body",
        "committee__initiative__account",
    )
    member: Member = get_object_or_404(found, pk=pk)
    return member


def ask(
    request: SignedInRequest,
    *,
    committee: Committee,
    form: forms.BaseForm,
    asking: Asking,
    act: Callable[[dict[str, Any]], object],
    to: str,
) -> HttpResponse:
    """Show one form about a committee; act on it, thank and move on when it is filled in."""
    return asked(request, about=committee.title, form=form, asking=asking, act=act, to=to)
