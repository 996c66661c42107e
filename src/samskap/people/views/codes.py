"""Asking for a code that was sent to an e-mail address, whatever it is for."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.people.codes import Code
from samskap.people.forms.door import TypeCode

# Of each errand: the page where a code is asked for, and the one where it is typed.
PAGES = {
    "sign_in": ("people:sign_in", "people:code"),
    "address": ("people:address", "people:address_code"),
    "owner": ("people:show_address", "people:show_address_code"),
}


def ask_for_code(
    request: HttpRequest, errand: str, go_on: Callable[[Code], HttpResponse]
) -> HttpResponse:
    """Ask for the code of an errand, and go on when it is typed; it is forgotten then."""
    anew, _here = PAGES[errand]
    waiting = Code.waiting(request, errand)
    if waiting is None:
        messages.warning(request, _("The code is too old. Ask for a new one."))
        return redirect(anew)
    form = TypeCode(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if waiting.fits(form.cleaned_data["code"]):
            waiting.abort()
            return go_on(waiting)
        if not waiting.record_invalid_attempt():
            messages.warning(request, waiting.too_many)
            return redirect(anew)
        form.add_error("code", waiting.wrong)
    return render(request, "people/code.html", {"form": form, "code": waiting, "anew": anew})


@require_POST
def another_code(request: HttpRequest) -> HttpResponse:
    """Send another code to the same address."""
    waiting = Code.waiting(request)
    otherwise = "address" if request.user.is_authenticated else "sign_in"
    anew, here = PAGES[waiting.errand if waiting else otherwise]
    if waiting is None or not waiting.can_resend:
        messages.warning(request, _("Begin once more to get a new code."))
        return redirect(anew)
    with transaction.atomic():
        waiting.resend()
    messages.success(request, _("We have sent a new code to %(email)s.") % {"email": waiting.email})
    return redirect(here)
