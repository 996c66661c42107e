"""Pages on which a facilitator writes down what partners said on paper or by telephone."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.design.asking import Asking, posted
from samskap.initiatives.actions import agreements, decisions, written_down
from samskap.initiatives.errors.commitments import NotYoursToWriteDown
from samskap.initiatives.forms.written_down import (
    PartnerOnPaperForm,
    SignatureForOthersForm,
    VoiceForOthersForm,
    YesForOthersForm,
)
from samskap.initiatives.models import Initiative, Partner, Voice
from samskap.initiatives.permissions.commitments import may_write_down_for_others
from samskap.initiatives.queries.decisions import voices_of
from samskap.initiatives.queries.partnership import agreed, joined_partners, partners_of
from samskap.initiatives.views.agreements import agreement_at
from samskap.initiatives.views.decisions import decision_at
from samskap.initiatives.views.finding import ask, initiative_at
from samskap.people.decorators import SignedInRequest, signed_in


def _carried(request: SignedInRequest, slug: str) -> Initiative:
    """An initiative in which the reader may write down for others. Refuses else."""
    initiative = initiative_at(request, slug)
    if not may_write_down_for_others(request.user, initiative):
        raise NotYoursToWriteDown
    return initiative


@signed_in
def voice(request: SignedInRequest, slug: str, decision_id: int) -> HttpResponse:
    """Write down the voice of a partner."""
    initiative = _carried(request, slug)
    decision = decision_at(initiative, decision_id)
    said = {one.partner_id: one for one in voices_of(decision)}
    # Who spoke for themselves is not offered: nobody writes over what a partner said.
    partners = [
        partner
        for partner in joined_partners(initiative)
        if partner.pk not in said or said[partner.pk].is_written_down
    ]

    def write(told: dict[str, Any]) -> Voice:
        before = said.get(told["partner"].pk)
        if before is None:
            return decisions.give_voice(decision=decision, by=request.user, **told)
        told = {name: value for name, value in told.items() if name != "partner"}
        before.decision = decision
        return decisions.change_voice(voice=before, by=request.user, **told)

    return _ask(
        request,
        initiative,
        partners,
        form=VoiceForOthersForm,
        asking=Asking(
            title=_("Write down a voice"),
            lead=_("It counts as much as one given here. The partner hears of it."),
            submit=_("Write it down"),
            thanks=_("The voice is written down, and the partner is told."),
        ),
        act=write,
        to=decision.get_absolute_url(),
    )


@signed_in
def signature(request: SignedInRequest, slug: str, version: int) -> HttpResponse:
    """Write down that a partner has signed on paper."""
    initiative = _carried(request, slug)
    agreement = agreement_at(initiative, version)
    found = agreed(initiative)
    return _ask(
        request,
        initiative,
        found.unsigned if found.newest == agreement else [],
        form=SignatureForOthersForm,
        asking=Asking(
            title=_("Write down a signature"),
            lead=_("Keep the sheet of paper. The partner hears of it."),
            submit=_("Write it down"),
            thanks=_("The signature is written down, and the partner is told."),
        ),
        act=lambda told: agreements.sign_agreement(agreement=agreement, by=request.user, **told),
        to=reverse("initiatives:agreement", args=[slug]),
    )


@signed_in
def partner(request: SignedInRequest, slug: str) -> HttpResponse:
    """Make somebody without an account a partner."""
    initiative = _carried(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=PartnerOnPaperForm(posted(request)),
        asking=Asking(
            title=_("Write down a partner"),
            lead=_("For somebody who takes part without an account. Ask them first."),
            submit=_("Make them a partner"),
            thanks=_("They are a partner now. Write down their voice and signature as they come."),
        ),
        act=lambda told: written_down.write_down_partner(
            initiative=initiative, by=request.user, **told
        ),
        to=reverse("initiatives:partners", args=[slug]),
    )


@signed_in
def yes(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write down the yes of an organisation that was asked."""
    initiative = _carried(request, slug)
    # Only organisations: who was asked by e-mail is nobody’s business.
    asked = partners_of(initiative).filter(status=Partner.Status.ASKED, organisation__isnull=False)
    return _ask(
        request,
        initiative,
        list(asked),
        form=YesForOthersForm,
        asking=Asking(
            title=_("Write down a yes"),
            lead=_("For an organisation that answered on paper or by telephone."),
            submit=_("Write it down"),
            thanks=_("It is a partner now, and its people are told."),
        ),
        act=lambda told: written_down.write_down_yes(by=request.user, **told),
        to=reverse("initiatives:partners", args=[slug]),
    )


def _ask(
    request: SignedInRequest,
    initiative: Initiative,
    partners: Sequence[Partner],
    *,
    form: Callable[..., Any],
    asking: Asking,
    act: Callable[[dict[str, Any]], object],
    to: str,
) -> HttpResponse:
    """Ask about one of some partners."""
    filled = form(posted(request), partners=partners)
    return ask(request, initiative=initiative, form=filled, asking=asking, act=act, to=to)
