"""Signing in by a code from an e-mail, and signing out."""

from functools import partial

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people import actions, queries
from samskap.people.codes import Code
from samskap.people.decorators import SignedInRequest, own_path, signed_in
from samskap.people.forms.door import AskForCode
from samskap.people.sessions import PROVIDER
from samskap.people.views.codes import ask_for_code
from samskap.people.views.entrance import come_in
from samskap.people.views.me import answer_name_form


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: MunicipalityRequest) -> HttpResponse:
    """Ask for an e-mail address and send a code to it, whether or not somebody has an account."""
    asked = request.POST if request.method == "POST" else request.GET
    back = own_path(request, asked.get("next", ""))
    if request.user.is_authenticated:
        return redirect(back)
    form = AskForCode(request.POST or None, initial={"next": back})
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            Code.send_to(request, form.cleaned_data["email"], errand="sign_in", back=back)
        return redirect("people:code")
    providers = queries.providers_offered(request.municipality)
    return render(
        request, "people/sign_in.html", {"form": form, "providers": providers, "back": back}
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: MunicipalityRequest) -> HttpResponse:
    """Ask for the code, and let whoever knows it in."""
    if request.user.is_authenticated:
        return redirect("/")
    return ask_for_code(request, "sign_in", partial(_let_in, request))


def _let_in(request: MunicipalityRequest, typed: Code) -> HttpResponse:
    """Sign in the owner of an address."""
    person = actions.confirm_address(
        email=typed.email,
        municipality=request.municipality,
        language=get_language() or "",
    )
    return come_in(request, person, back=typed.state["back"])


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out on this browser."""
    provider = request.session.get(PROVIDER)
    get_adapter().logout(request)
    if provider:
        return redirect("people:signed_out", provider)
    messages.success(request, _("You are signed out."))
    return redirect("/")


@signed_in
def welcome(request: SignedInRequest) -> HttpResponse:
    """Ask, after the first sign-in, what to call somebody; it can be skipped."""
    asked = request.POST if request.method == "POST" else request.GET
    back = own_path(request, asked.get("next", ""))
    return answer_name_form(request, template="people/welcome.html", back=back)
