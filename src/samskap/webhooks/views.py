"""Where an administrator looks after webhooks."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samskap.base.keyset import page_for
from samskap.municipalities.decorators import AdministratorRequest, for_administrators
from samskap.webhooks import actions, queries, signing
from samskap.webhooks.events import EVENTS, TRIAL
from samskap.webhooks.forms import HookForm
from samskap.webhooks.models import Delivery, Hook


def hook_at(request: AdministratorRequest, public_id: UUID) -> Hook:
    """The hook at an address of this municipality; 404 where there is none."""
    here = Hook.objects.of(request.municipality).select_related("municipality")
    found: Hook = get_object_or_404(here, public_id=public_id)
    return found


def crumbs_to(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way here."""
    return [(_("Set up the municipality"), reverse("municipalities:settings")), *more]


@for_administrators
def settings(request: AdministratorRequest) -> HttpResponse:
    """List the addresses that hear of what happens, and take one more."""
    form = HookForm(request.POST or None)
    if form.is_bound and form.is_valid():
        hook = actions.register(
            municipality=request.municipality, by=request.user, **form.cleaned_data
        )
        messages.success(request, _("The address is registered. Try it out."))
        return redirect(hook)
    page = {
        "form": form,
        "hooks": queries.hooks_of(request.municipality),
        "crumbs": crumbs_to((_("Webhooks"), "")),
    }
    return render(request, "webhooks/settings.html", page)


@require_GET
@for_administrators
def hook(request: AdministratorRequest, public_id: UUID) -> HttpResponse:
    """Show one address: its secret, what it hears of, and what was sent."""
    found = hook_at(request, public_id)
    sent = page_for(request, queries.deliveries_of(found), order=("-pk",))
    page = {
        "hook": found,
        "hears": [EVENTS[name] for name in found.events if name in EVENTS],
        "secret": signing.secret_of(found),
        "sent": [delivery_card(each) for each in sent.items],
        "page": sent,
        "crumbs": crumbs_to((_("Webhooks"), reverse("webhooks:settings")), (found.url, "")),
    }
    return render(request, "webhooks/hook.html", page)


def delivery_card(delivery: Delivery) -> dict[str, Any]:
    """One message as the page lists it."""
    return {
        "delivery": delivery,
        "what": _("A trial") if delivery.what == TRIAL else EVENTS.get(delivery.what, ""),
        "answer": str(delivery.status or delivery.fault or ""),
    }


@require_POST
@for_administrators
def try_out(request: AdministratorRequest, public_id: UUID) -> HttpResponse:
    """Send a trial."""
    found = hook_at(request, public_id)
    actions.try_out(hook=found, by=request.user)
    messages.success(request, _("A trial is on its way. See below what comes back."))
    return redirect(found)


@require_POST
@for_administrators
def renew(request: AdministratorRequest, public_id: UUID) -> HttpResponse:
    """Give the address a new secret."""
    found = actions.renew_secret(hook=hook_at(request, public_id), by=request.user)
    messages.success(request, _("The secret is new. For a day, messages are signed by both."))
    return redirect(found)


@require_POST
@for_administrators
def switch(request: AdministratorRequest, public_id: UUID) -> HttpResponse:
    """Switch the address on or off."""
    found = hook_at(request, public_id)
    actions.switch(hook=found, is_on=bool(found.off), by=request.user)
    told = _("The webhook is on.") if found.off else _("The webhook is off.")
    messages.success(request, told)
    return redirect(found)


@require_POST
@for_administrators
def take_away(request: AdministratorRequest, public_id: UUID) -> HttpResponse:
    """Take the address away."""
    actions.take_away(hook=hook_at(request, public_id), by=request.user)
    messages.success(request, _("The address is gone."))
    return redirect("webhooks:settings")


@require_POST
@for_administrators
def send_again(request: AdministratorRequest, public_id: UUID) -> HttpResponse:
    """Send one message once more."""
    here = Delivery.objects.of(request.municipality).select_related("hook__municipality")
    delivery: Delivery = get_object_or_404(here, public_id=public_id)
    actions.send_again(delivery=delivery, by=request.user)
    messages.success(request, _("The message is sent again."))
    return redirect(delivery.hook)
