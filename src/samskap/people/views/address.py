"""The e-mail address of an account, and how it is changed."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samskap.people import actions
from samskap.people.codes import Code
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.forms.door import NewAddressForm
from samskap.people.views.codes import ask_for_code


@never_cache
@signed_in
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
