"""Two-factor sign-in: shown at the door, set up on one’s own page, asked for by administrators."""

import time
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from samskap.base.rates import count
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people import actions, queries, totp
from samskap.people.decorators import SignedInRequest, address_shown, own_path, signed_in
from samskap.people.errors import NotYoursToSetUp, WrongCode
from samskap.people.forms.second_factor import FactorCodeForm, StrongRolesForm
from samskap.people.models import Person, Provider, Role, SecondFactor
from samskap.people.permissions import may_set_up_sign_in
from samskap.people.sealed import unseal
from samskap.people.sessions import IS_STRONG, hashed
from samskap.people.views.entrance import SECOND_STEP, STEP_LASTS, let_in

BEGUN = "people_factor_begun"  # in the session: when a secret was drawn in this browser
BEGUN_LASTS = 900  # seconds


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: MunicipalityRequest) -> HttpResponse:
    """Ask whoever has shown one thing, at this municipality, for the code from the app as well."""
    kept = request.session.get(SECOND_STEP)
    if request.user.is_authenticated:
        return redirect("/")
    is_here = kept is not None and kept.get("municipality") == request.municipality.pk
    if not kept or not is_here or time.time() > kept["at"] + STEP_LASTS:
        messages.warning(request, _("That took too long. Write your e-mail to begin anew."))
        return redirect("people:sign_in")
    person = get_object_or_404(Person, pk=kept["person"])
    form = FactorCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _fits(form, person):
        del request.session[SECOND_STEP]
        by = Provider.objects.of(request.municipality).filter(pk=kept["by"]).first()
        return let_in(request, person, back=kept["back"], by=by, is_strong=True)
    return render(request, "people/second_step.html", {"form": form})


@never_cache
@signed_in
@address_shown
def second_factor(request: SignedInRequest) -> HttpResponse:
    """Show how things stand; begin, and take the first code.

    A secret that was begun in another browser, or long ago, is neither shown nor turned on.
    """
    factor = SecondFactor.objects.filter(person=request.user).first()
    if factor and not factor.confirmed_at and not _begun_here(request):
        factor = None
    form = FactorCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and factor:
        count(f"second factor {request.user.pk}", "code_tried")
        here = hashed(request.session.session_key)
        codes = actions.confirm_second_factor(
            by=request.user, code=form.cleaned_data["code"], but=here
        )
        request.session[IS_STRONG] = True
        return render(request, "people/paper_codes.html", {"codes": codes})
    page: dict[str, Any] = {
        "factor": factor,
        "form": form,
        "needed": queries.strong_roles_of(request.user, request.municipality),
        "back": own_path(request, request.GET.get("next", ""), otherwise=""),
    }
    if factor and not factor.confirmed_at:
        secret = unseal(factor.sealed_secret)
        way = totp.address(secret, account=request.user.email, issuer=request.municipality.name)
        spaced = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
        page |= {"secret": spaced, "way": way, "picture": totp.picture(way)}
    return render(request, "people/second_factor.html", page)


@signed_in
@require_POST
@address_shown
def begin(request: SignedInRequest) -> HttpResponse:
    """Draw a secret for an app."""
    count(request, "post")
    actions.begin_second_factor(by=request.user)
    request.session[BEGUN] = time.time()
    return redirect("people:second_factor")


@never_cache
@signed_in
def paper_codes(request: SignedInRequest) -> HttpResponse:
    """Make new codes for paper."""
    form = FactorCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(f"second factor {request.user.pk}", "code_tried")
        codes = actions.renew_recovery_codes(by=request.user, code=form.cleaned_data["code"])
        return render(request, "people/paper_codes.html", {"codes": codes})
    return render(request, "people/renew_paper_codes.html", {"form": form})


@never_cache
@signed_in
def turn_off(request: SignedInRequest) -> HttpResponse:
    """Take one’s own second factor away."""
    form = FactorCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(f"second factor {request.user.pk}", "code_tried")
        actions.end_second_factor(by=request.user, code=form.cleaned_data["code"])
        messages.success(request, _("Two-factor sign-in is off."))
        return redirect("people:second_factor")
    return render(request, "people/turn_off_factor.html", {"form": form})


@signed_in
def strong_roles(request: SignedInRequest) -> HttpResponse:
    """Decide which roles need a second factor here."""
    here = request.municipality
    if not may_set_up_sign_in(request.user, here):
        raise NotYoursToSetUp
    form = StrongRolesForm(request.POST or None, initial={"roles": queries.strong_roles(here)})
    if request.method == "POST" and form.is_valid():
        actions.set_strong_roles(
            municipality=here, roles=form.cleaned_data["roles"], by=request.user
        )
        messages.success(request, _("Saved. Who lacks it has 14 days to set it up."))
        return redirect("people:strong_roles")
    return render(request, "people/strong_roles.html", {"form": form})


@signed_in
@require_POST
def reset(request: SignedInRequest, role_id: int) -> HttpResponse:
    """Take the second factor of somebody away who has a role here."""
    held = Role.objects.of(request.municipality).select_related("person")
    role = get_object_or_404(held, pk=role_id)
    actions.reset_second_factor(of=role.person, municipality=request.municipality, by=request.user)
    messages.success(
        request, _("Two-factor sign-in of %(email)s is off.") % {"email": role.person.email}
    )
    return redirect("people:settings")


def _begun_here(request: SignedInRequest) -> bool:
    """Whether a secret was drawn in this browser a moment ago."""
    begun_at: float = request.session.get(BEGUN, 0)
    return time.time() < begun_at + BEGUN_LASTS


def _fits(form: FactorCodeForm, person: Person) -> bool:
    """Take a code of somebody who is not signed in yet; say so in the form where it is wrong."""
    count(f"second factor {person.pk}", "code_tried")
    try:
        actions.show_second_factor(person=person, code=form.cleaned_data["code"])
    except WrongCode as wrong:
        form.add_error("code", str(wrong))
        return False
    return True
