"""The e-mail address of an account: shown once more, and changed."""

import time
from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samskap.people import actions
from samskap.people.codes import Code
from samskap.people.decorators import SignedInRequest, address_shown, own_path, signed_in
from samskap.people.forms.door import NewAddressForm
from samskap.people.sessions import ADDRESS_SHOWN
from samskap.people.views.codes import ask_for_code


@never_cache
@signed_in
def show_address(request: SignedInRequest) -> HttpResponse:
    """Say why the account’s own e-mail address is to be shown first, and send a code there."""
    asked = request.POST if request.method == "POST" else request.GET
    back = own_path(request, asked.get("next", ""), otherwise=reverse("people:me"))
    if request.method == "POST":
        with transaction.atomic():
            Code.send_to(request, request.user.email, errand="owner", back=back)
        return redirect("people:show_address_code")
    return render(request, "people/show_address.html", {"back": back})


@never_cache
@signed_in
def show_address_code(request: SignedInRequest) -> HttpResponse:
    """Let whoever types the code go on to where they were."""
    return ask_for_code(request, "owner", partial(_note, request))


def _note(request: SignedInRequest, typed: Code) -> HttpResponse:
    """Note when the address was shown."""
    request.session[ADDRESS_SHOWN] = time.time()
    messages.success(request, _("Thank you. Now you can go on where you were."))
    return redirect(typed.state["back"])


@never_cache
@signed_in
@address_shown
def address(request: SignedInRequest) -> HttpResponse:
    """Ask for another e-mail address and send a code there."""
    form = NewAddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            Code.send_to(request, form.cleaned_data["email"], errand="address")
        return redirect("people:address_code")
    return render(request, "people/address.html", {"form": form})


@never_cache
@signed_in
def address_code(request: SignedInRequest) -> HttpResponse:
    """Move the account when the code from the new address is typed."""
    return ask_for_code(request, "address", partial(_move, request))


def _move(request: SignedInRequest, typed: Code) -> HttpResponse:
    """Move the account to an address that its owner has shown."""
    actions.change_address(by=request.user, email=typed.email, municipality=request.municipality)
    request.session.cycle_key()  # this browser stays signed in
    messages.success(request, _("From now on you sign in with the new e-mail address."))
    return redirect("people:me")
