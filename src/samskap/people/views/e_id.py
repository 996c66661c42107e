"""Signing in by e-ID, and adding it to an account: there, back, and taken away again."""

import hmac

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samskap.base.rates import count
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people import actions, queries
from samskap.people.decorators import SignedInRequest, own_path, signed_in
from samskap.people.errors import SignInNotConfirmed
from samskap.people.models import Identity, Person, Provider
from samskap.people.oidc import flow
from samskap.people.oidc.found import (
    forget_found,
    found_in,
    keep_attempt,
    keep_found,
    take_attempt,
)
from samskap.people.views.entrance import come_in


@never_cache
@require_POST
def there(request: MunicipalityRequest, provider_id: int) -> HttpResponse:
    """Send somebody to a provider: to sign in, or to add an e-ID where they are signed in.

    The browser is sent on by a page of ours, because a form of ours may lead to no other site.
    """
    provider = _provider(request, provider_id)
    count(request, "sign_in_from_one_place")
    by = request.user if isinstance(request.user, Person) else None
    attempt = flow.begin(
        provider,
        errand="add" if by else "sign_in",
        by=by.pk if by else None,
        back=reverse("people:me") if by else own_path(request, request.POST.get("next", "")),
    )
    way = flow.way_there(
        provider, attempt, return_to=_return_to(request), language=get_language() or ""
    )
    keep_attempt(request, attempt)
    answer = render(request, "people/on_the_way.html", {"provider": provider, "way": way})
    answer.headers["Refresh"] = f"0;url={way}"
    return answer


@never_cache
@require_safe
def back(request: MunicipalityRequest) -> HttpResponse:
    """Take what a provider says, and let in whoever it belongs to."""
    attempt = take_attempt(request)
    said = request.GET
    by = request.user if isinstance(request.user, Person) else None
    if (
        attempt is None
        or attempt.is_too_old
        or attempt.by != (by.pk if by else None)
        or not hmac.compare_digest(said.get("state", "").encode(), attempt.state.encode())
    ):
        raise SignInNotConfirmed
    provider = _provider(request, attempt.provider)
    if said.get("iss", provider.issuer) != provider.issuer:  # RFC 9207
        raise SignInNotConfirmed
    if "code" not in said:
        messages.info(request, _("You did not sign in with “%(name)s”.") % {"name": provider})
        return redirect(attempt.back if by else "people:sign_in")
    subjects = flow.subjects_of(provider, attempt, code=said["code"], return_to=_return_to(request))
    if by:
        actions.add_identity(by=by, provider=provider, subjects=subjects)
        messages.success(request, _("“%(name)s” now opens your account.") % {"name": provider})
        return redirect("people:me")
    return _sign_in(request, provider, subjects, back=attempt.back)


def _sign_in(
    request: MunicipalityRequest, provider: Provider, subjects: list[str], *, back: str
) -> HttpResponse:
    """Let in whoever the e-ID belongs to; who is not known yet shows an e-mail address first."""
    identity = queries.identity_of(provider, subjects)
    if identity:
        actions.take_part(person=identity.person, municipality=request.municipality)
        return come_in(request, identity.person, back=back, by=provider)
    keep_found(request, provider=provider.pk, subjects=subjects)
    messages.info(
        request,
        _(
            "No account has this e-ID yet. Write your e-mail address, and type the code we send."
            " Then we ask whether “%(name)s” shall open your account."
        )
        % {"name": provider},
    )
    return redirect(f"{reverse('people:sign_in')}?{urlencode({'next': back})}")


@never_cache
@signed_in
def claim(request: SignedInRequest) -> HttpResponse:
    """Ask whoever has signed in whether the e-ID that was shown before is theirs; then add it."""
    on = own_path(request, request.GET.get("next", ""))
    found = found_in(request)
    if found is None:
        return redirect(on)
    provider = _provider(request, found.provider)
    if request.method != "POST":
        return render(request, "people/claim_e_id.html", {"provider": provider})
    forget_found(request)
    if request.POST.get("answer") == "mine":
        actions.add_identity(by=request.user, provider=provider, subjects=found.subjects)
        said = _("From now on “%(provider)s” opens your account.")
    else:
        said = _("We have forgotten that e-ID. “%(provider)s” does not open your account.")
    messages.success(request, said % {"provider": provider})
    return redirect(on)


@signed_in
@require_POST
def take_away(request: SignedInRequest, identity_id: int) -> HttpResponse:
    """Take an e-ID away from one’s own account."""
    mine = Identity.objects.of(request.municipality).filter(person=request.user)
    identity = get_object_or_404(mine.select_related("provider"), pk=identity_id)
    actions.remove_identity(identity=identity, by=request.user)
    messages.success(
        request, _("“%(name)s” no longer opens your account.") % {"name": identity.provider}
    )
    return redirect("people:me")


def _provider(request: MunicipalityRequest, key: int) -> Provider:
    """A provider of this municipality that is open."""
    mine = Provider.objects.of(request.municipality).filter(is_open=True)
    found: Provider = get_object_or_404(mine.select_related("municipality"), pk=key)
    return found


def _return_to(request: MunicipalityRequest) -> str:
    """The address that a provider sends people back to."""
    return request.build_absolute_uri(reverse("people:e_id_back"))


@never_cache
@require_safe
def signed_out(request: MunicipalityRequest, provider_id: int) -> HttpResponse:
    """Show whoever has signed out here how to sign out at the provider too."""
    provider = _provider(request, provider_id)
    way = flow.way_out(provider, return_to=request.build_absolute_uri("/"))
    return render(request, "people/signed_out.html", {"provider": provider, "way": way})
