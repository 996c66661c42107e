"""Giving a mobile number, and showing by a code that it is one’s own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.notices import actions, phone_codes, sms
from samskap.notices.errors import NoGatewayForSms
from samskap.notices.forms import CodeForm, PhoneForm
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def phone(request: SignedInRequest) -> HttpResponse:
    """Ask for a number, and send a code to it."""
    if not sms.is_set_up():
        raise NoGatewayForSms
    form = PhoneForm(request.POST or None, country=request.municipality.country)
    if request.method == "POST" and form.is_valid():
        phone_codes.send_code(
            request, form.cleaned_data["number"], sender=request.municipality.short_name
        )
        return redirect("notices:phone_code")
    facts = {
        "form": form,
        "heading": _("Give a mobile number"),
        "lead": _("Then you can choose for which subjects we send an SMS."),
        "submit": _("Send me a code"),
    }
    return render(request, "notices/phone.html", facts)


@signed_in
def phone_code(request: SignedInRequest) -> HttpResponse:
    """Ask for the code that was sent, and keep the number when it fits."""
    number = phone_codes.number_waiting(request)
    if not number:
        messages.info(request, _("The code is too old. Write the number once more."))
        return redirect("notices:phone")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if phone_codes.fits(request, form.cleaned_data["code"]):
            phone_codes.let_go(request)
            actions.keep_phone(by=request.user, number=number)
            messages.success(request, _("The number is yours. Choose what comes by SMS."))
            return redirect("notices:limits")
        form.add_error("code", _("This is not the code. Look at the newest SMS."))
    facts = {
        "form": form,
        "number": number,
        "heading": _("Write the code"),
        "lead": _("We have sent an SMS to %(number)s.") % {"number": number},
        "submit": _("Confirm the number"),
    }
    return render(request, "notices/phone.html", facts)


@signed_in
@require_POST
def forget_phone(request: SignedInRequest) -> HttpResponse:
    """Let go of the number."""
    actions.forget_phone(by=request.user)
    messages.success(request, _("The number is forgotten. You get e-mail instead."))
    return redirect("notices:limits")
