"""Finding the committee that an address names, and asking for something about it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render

from samskap.base.rates import count
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.models import Committee, Member
from samskap.committees.permissions import may_keep
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


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with a form; None while it is only shown."""
    return request.POST if request.method == "POST" else None


@dataclass(frozen=True, kw_only=True)
class Asking:
    """The words around one form: what the page is called, why, and what the button does."""

    title: str
    submit: str
    lead: str = ""
    thanks: str = ""


def ask(
    request: SignedInRequest,
    *,
    committee: Committee | None,
    form: forms.BaseForm,
    asking: Asking,
    act: Callable[[dict[str, Any]], object],
    to: str,
) -> HttpResponse:
    """Show one form; act on it, thank and move on when it is filled in.

    to  where “cancel” leads, and where it goes on, unless what was made has a page of its own
    """
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        made = act(form.cleaned_data)
        messages.success(request, asking.thanks)
        return redirect(made if committee is None and isinstance(made, Committee) else to)
    page = {"committee": committee, "form": form, "asking": asking, "back": to}
    return render(request, "committees/ask.html", page)
