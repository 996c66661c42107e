"""The pages of the agreement between partners."""

from typing import Any

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.design.asking import Asking
from samskap.initiatives.actions import agreements
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.forms.partnership import AgreementForm, EndAgreementForm
from samskap.initiatives.models import Agreement, Initiative
from samskap.initiatives.permissions.commitments import may_write_down_for_others
from samskap.initiatives.permissions.partnership import may_write_agreement, those_spoken_for
from samskap.initiatives.queries.partnership import agreed, agreements_of, signatures_of
from samskap.initiatives.views.finding import ask, initiative_at
from samskap.initiatives.views.partnership import chip_of, partner_at
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def agreement_at(initiative: Initiative, version: int) -> Agreement:
    """One version of the agreement; 404 where there is none."""
    found: Agreement = get_object_or_404(
        agreements_of(initiative).select_related("initiative"), version=version
    )
    return found


def show_agreement(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show the newest agreement, who has signed it, and every version before it."""
    initiative = initiative_at(request, slug)
    newest = agreements_of(initiative).first()
    return _show(request, initiative, newest)


def show_version(request: MunicipalityRequest, slug: str, version: int) -> HttpResponse:
    """Show one version of the agreement."""
    initiative = initiative_at(request, slug)
    return _show(request, initiative, agreement_at(initiative, version))


def _show(
    request: MunicipalityRequest, initiative: Initiative, shown: Agreement | None
) -> HttpResponse:
    """Draw the page of one version, or the invitation to write the first."""
    found = agreed(initiative)
    is_newest = shown is not None and shown == found.newest
    to_sign = found.unsigned if is_newest else []
    page: dict[str, Any] = {
        "initiative": initiative,
        "agreement": shown,
        "is_in_force": shown is not None and shown == found.in_force,
        "is_newest": is_newest,
        "agreed": found,
        "signatures": [
            {"signature": one, "chip": chip_of(one.partner)}
            for one in (signatures_of(shown) if shown else [])
        ],
        "unsigned": [chip_of(partner) for partner in to_sign],
        "mine_to_sign": those_spoken_for(request.user, to_sign, request.municipality),
        "versions": list(agreements_of(initiative)),
        "may_write": may_write_agreement(request.user, initiative) and initiative.is_open,
        "is_enough": len(found.joined) > 1,
        "may_write_down": may_write_down_for_others(request.user, initiative),
    }
    return render(request, "initiatives/partnership/agreement.html", page)


@signed_in
def write_agreement(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write the agreement, or a new version that begins with the words of the last."""
    initiative = initiative_at(request, slug)
    if not may_write_agreement(request.user, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    last = agreements_of(initiative).first()
    now = model_to_dict(last, fields=AgreementForm.Meta.fields) if last else {}
    now.pop("review_on", None)
    return ask(
        request,
        initiative=initiative,
        form=AgreementForm(request.POST or None, initial=now),
        asking=Asking(
            title=_("The agreement between the partners"),
            lead=_("Write it together. It holds when every partner has signed."),
            submit=_("Lay it before the partners"),
            thanks=_("The agreement is written. Every partner is asked to sign."),
        ),
        act=lambda told: agreements.write_agreement(initiative=initiative, by=request.user, **told),
        to=reverse("initiatives:agreement", args=[slug]),
    )


@signed_in
@require_POST
def sign_agreement(request: SignedInRequest, slug: str, version: int) -> HttpResponse:
    """Sign for a partner."""
    initiative = initiative_at(request, slug)
    agreement = agreement_at(initiative, version)
    [partner_id, *_more] = [*keys_in(request.POST.getlist("partner")), 0]
    partner = partner_at(initiative, partner_id)
    count(request, "post")
    agreements.sign_agreement(agreement=agreement, partner=partner, by=request.user)
    messages.success(request, _("Signed. Thank you!"))
    return redirect("initiatives:agreement", slug)


@signed_in
def end_agreement(request: SignedInRequest, slug: str, version: int) -> HttpResponse:
    """End the agreement, and say why."""
    initiative = initiative_at(request, slug)
    agreement = agreement_at(initiative, version)
    return ask(
        request,
        initiative=initiative,
        form=EndAgreementForm(request.POST or None),
        asking=Asking(
            title=_("End the agreement"),
            lead=_("Without an agreement the partners cannot decide together."),
            submit=_("End the agreement"),
            thanks=_("The agreement has ended. The partners are told."),
        ),
        act=lambda told: agreements.end_agreement(agreement=agreement, by=request.user, **told),
        to=reverse("initiatives:agreement", args=[slug]),
    )
