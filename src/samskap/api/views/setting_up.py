"""Where an administrator says under which licence open data are given away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.api.forms import OpenDataForm
from samskap.municipalities.actions import set_open_data
from samskap.municipalities.decorators import AdministratorRequest, for_administrators


@for_administrators
def settings(request: AdministratorRequest) -> HttpResponse:
    """Choose the licence, and say who publishes."""
    here = request.municipality
    known = {"licence": here.licence, "organisation_number": here.organisation_number}
    form = OpenDataForm(request.POST or None, initial=known, municipality=here)
    if form.is_bound and form.is_valid():
        set_open_data(municipality=here, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("municipalities:settings")
    crumbs = [
        (_("Set up the municipality"), reverse("municipalities:settings")),
        (_("Open data"), ""),
    ]
    return render(request, "api/settings.html", {"form": form, "crumbs": crumbs})
