"""Administrators’ pages: by whom people sign in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.people import actions
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.errors import NotYoursToSetUp
from samskap.people.forms.providers import ProviderForm
from samskap.people.models import Provider
from samskap.people.oidc.keys import open_half
from samskap.people.permissions import may_set_up_sign_in


@signed_in
def providers(request: SignedInRequest) -> HttpResponse:
    """List whom the municipality trusts, and set up another."""
    _refuse_others(request)
    return _form(request, None)


@signed_in
def provider(request: SignedInRequest, provider_id: int) -> HttpResponse:
    """Change one of them."""
    _refuse_others(request)
    return _form(request, _one(request, provider_id))


@signed_in
@require_POST
def renew_key(request: SignedInRequest, provider_id: int) -> HttpResponse:
    """Make a new key pair for one of them."""
    _refuse_others(request)
    one = _one(request, provider_id)
    actions.renew_key(by=request.user, provider=one)
    messages.success(
        request, _("There is a new key. Register its open half with “%(name)s”.") % {"name": one}
    )
    return redirect("people:provider", one.pk)


def _form(request: SignedInRequest, one: Provider | None) -> HttpResponse:
    """Show the form, or take what was filled in."""
    blank = one or Provider(municipality=request.municipality)
    form = ProviderForm(request.POST or None, instance=blank)
    if request.method == "POST" and form.is_valid():
        saved = actions.set_up_provider(
            by=request.user, municipality=request.municipality, provider=one, **form.cleaned_data
        )
        messages.success(request, _("Saved. “%(name)s” answers as it should.") % {"name": saved})
        return redirect("people:provider", saved.pk)
    page = {
        "form": form,
        "provider": one,
        "providers": list(Provider.objects.of(request.municipality)),
        "open_half": open_half(one) if one and one.proof == Provider.Proof.KEY else "",
        "return_to": request.build_absolute_uri(reverse("people:e_id_back")),
        "after_sign_out": request.build_absolute_uri("/"),
    }
    return render(request, "people/provider.html" if one else "people/providers.html", page)


def _refuse_others(request: SignedInRequest) -> None:
    """Refuse with NotYoursToSetUp whoever does not decide this."""
    if not may_set_up_sign_in(request.user, request.municipality):
        raise NotYoursToSetUp


def _one(request: SignedInRequest, key: int) -> Provider:
    """A provider of this municipality."""
    found: Provider = get_object_or_404(
        Provider.objects.of(request.municipality).select_related("municipality"), pk=key
    )
    return found
