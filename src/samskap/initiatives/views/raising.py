"""Raising an initiative: three questions on one page, before or after signing in."""

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.base.finding import said_already, wants_to_look
from samskap.base.rates import count
from samskap.initiatives.actions import raising
from samskap.initiatives.forms.raising import RaiseForm
from samskap.initiatives.permissions.initiative import may_raise
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

DRAFT = "initiatives.draft"  # where the session keeps what was typed before signing in


def raise_initiative(request: MunicipalityRequest) -> HttpResponse:
    """Ask the three questions. What is typed before signing in is there afterwards."""
    by = request.user if isinstance(request.user, Person) and may_raise(request.user) else None
    draft: dict[str, Any] = request.session.get(DRAFT, {})
    here = request.municipality
    if wants_to_look(request):
        form = RaiseForm(initial=request.POST.dict(), by=by, municipality=here)
    elif request.method == "POST":
        form = RaiseForm(request.POST, by=by, municipality=here)
        if form.is_valid():
            count(request, "post")
            return _publish(request, form, by) if by else _sign_in_first(request, form)
    else:
        form = RaiseForm(initial={**draft, "public_id": uuid4()}, by=by, municipality=here)
    page = {
        "form": form,
        "is_known": by is not None,
        "has_draft": bool(draft),
        "said": said_already(request),
    }
    return render(request, "initiatives/raise.html", page)


def _sign_in_first(request: MunicipalityRequest, form: RaiseForm) -> HttpResponse:
    """Keep what was typed, and come back to it when we know whom to answer."""
    request.session[DRAFT] = form.answers
    messages.info(request, _("Your answers are kept. Sign in, and publish them."))
    here = urlencode({"next": reverse("initiatives:raise")})
    return redirect(f"{reverse('people:sign_in')}?{here}")


def _publish(request: MunicipalityRequest, form: RaiseForm, by: Person) -> HttpResponse:
    """Raise it, forget the draft, and show where it lives now."""
    initiative = raising.raise_initiative(
        municipality=request.municipality,
        by=by,
        hand=form.hand(),
        public_id=form.cleaned_data["public_id"],
        dream=form.answers["dream"],
        first_solution=form.answers["first_solution"],
        helpers=form.answers["helpers"],
        title=form.answers["title"],
        money=form.cleaned_data.get("money", ""),
    )
    request.session.pop(DRAFT, None)
    messages.success(
        request,
        _("Thank you! Your challenge is published. Others can now find it and take part."),
    )
    return redirect(initiative)
