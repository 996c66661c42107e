"""The pages of commitments, and of what people did or gave."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samskap.base.keyset import page_for
from samskap.base.modules import Panel
from samskap.base.rates import count
from samskap.design.asking import Asking
from samskap.initiatives.actions import commitments
from samskap.initiatives.actions.giving import WORK, give_resource, give_work
from samskap.initiatives.errors.commitments import NotYourCommitment, NotYoursToWriteDown
from samskap.initiatives.forms.commitments import (
    GiveForm,
    GiveForOthersForm,
    KeepForm,
    OfferForm,
    ReleaseForm,
    WhatWasGivenForm,
)
from samskap.initiatives.models import Commitment, Initiative, Partner
from samskap.initiatives.permissions.commitments import may_write_down_for_others
from samskap.initiatives.permissions.initiative import may_change, may_facilitate
from samskap.initiatives.permissions.partnership import those_spoken_for
from samskap.initiatives.queries.commitments import commitments_of, kept, promises_of, running_first
from samskap.initiatives.queries.kept import for_everyone
from samskap.initiatives.queries.partnership import joined_partners
from samskap.initiatives.views.finding import ask, initiative_at
from samskap.initiatives.views.partnership import chip_of
from samskap.ledger.hands import Hand, hand, paper_hand
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in

Status = Commitment.Status


def commitment_at(initiative: Initiative, commitment_id: int) -> Commitment:
    """One promise of an initiative; 404 where there is none."""
    found: Commitment = get_object_or_404(commitments_of(initiative), pk=commitment_id)
    return found


def row_of(commitment: Commitment) -> dict[str, Any]:
    """A promise as lists and panels show it."""
    return {
        "commitment": commitment,
        "chip": chip_of(commitment.partner),
        "due": due_in_words(commitment),
        "tone": "late" if commitment.is_late else "ok" if commitment.kept_at else "",
    }


def due_in_words(commitment: Commitment) -> str:
    """Say until when it is promised and how long that is, or how it ended."""
    day = date_format(commitment.due_on)
    if commitment.kept_at:
        kept_on = date_format(timezone.localdate(commitment.kept_at))
        if commitment.was_kept_in_time:
            return _("Kept on %(day)s.") % {"day": kept_on}
        return _("Kept on %(kept_on)s, promised by %(day)s.") % {"kept_on": kept_on, "day": day}
    if commitment.status == Status.RELEASED:
        return _("Released. It was promised by %(day)s.") % {"day": day}
    left = (commitment.due_on - timezone.localdate()).days
    if left < 0:
        return ngettext(
            "Promised by %(day)s · %(days)s day late.",
            "Promised by %(day)s · %(days)s days late.",
            -left,
        ) % {"day": day, "days": -left}
    if left == 0:
        return _("Promised for today.")
    return ngettext("By %(day)s · %(days)s day left.", "By %(day)s · %(days)s days left.", left) % {
        "day": day,
        "days": left,
    }


def show_commitments(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show who does what by when, and how many promises were kept."""
    initiative = initiative_at(request, slug)
    page = page_for(request, running_first(initiative), order=("is_over", "due_on", "pk"))
    partners = list(joined_partners(initiative))
    mine = {one.pk for one in those_spoken_for(request.user, partners, request.municipality)}
    facilitates = may_facilitate(request.user, initiative)
    carries = may_change(request.user, initiative)
    rows = []
    for commitment in page.items:
        is_mine = commitment.partner_id in mine
        offered_it = commitment.offered_by_id == request.user.pk
        may_accept = is_mine if commitment.is_asked_for else carries and not is_mine
        rows.append(
            {
                **row_of(commitment),
                "may_accept": may_accept
                and (is_mine or not offered_it)
                and commitment.status == Status.OFFERED,
                "may_settle": (is_mine or facilitates) and commitment.is_running,
                "may_keep": (is_mine or facilitates) and commitment.status == Status.ACCEPTED,
            }
        )
    shown = {
        "initiative": initiative,
        "page": page,
        "rows": rows,
        "kept": kept(initiative),
        "may_offer": initiative.is_open and bool(mine or (facilitates and partners)),
        "has_partners": bool(partners),
    }
    return render(request, "initiatives/commitments/list.html", shown)


@signed_in
def offer_commitment(request: SignedInRequest, slug: str) -> HttpResponse:
    """Promise to do something by a day."""
    initiative = initiative_at(request, slug)
    partners = list(joined_partners(initiative))
    if not may_facilitate(request.user, initiative):
        partners = those_spoken_for(request.user, partners, request.municipality)
    if not partners:
        raise NotYourCommitment(partner=initiative.title)
    return ask(
        request,
        initiative=initiative,
        form=OfferForm(request.POST or None, partners=partners),
        asking=Asking(
            title=_("Make a promise"),
            lead=_("Say who does what by when. The other party accepts it."),
            submit=_("Offer the promise"),
            thanks=_("The promise is offered. The other party is told."),
        ),
        act=lambda told: commitments.offer_commitment(by=request.user, **_with(initiative, told)),
        to=reverse("initiatives:commitments", args=[slug]),
    )


def _with(initiative: Initiative, told: dict[str, Any]) -> dict[str, Any]:
    """Let the partner that was chosen know its initiative without asking the database."""
    partner: Partner = told["partner"]
    partner.initiative = initiative
    return told


@signed_in
@require_POST
def accept_commitment(request: SignedInRequest, slug: str, commitment_id: int) -> HttpResponse:
    """Count on a promise."""
    initiative = initiative_at(request, slug)
    count(request, "post")
    commitments.accept_commitment(
        commitment=commitment_at(initiative, commitment_id), by=request.user
    )
    messages.success(request, _("The promise is accepted. Everybody can count on it."))
    return redirect("initiatives:commitments", slug)


@signed_in
def keep_commitment(request: SignedInRequest, slug: str, commitment_id: int) -> HttpResponse:
    """Say that a promise was kept."""
    initiative = initiative_at(request, slug)
    commitment = commitment_at(initiative, commitment_id)
    return ask(
        request,
        initiative=initiative,
        form=KeepForm(request.POST or None),
        asking=Asking(
            title=_("“%(what)s” is done") % {"what": commitment.what},
            submit=_("Say that it is done"),
            thanks=_("The promise is kept. Thank you!"),
        ),
        act=lambda told: commitments.keep_commitment(
            commitment=commitment, by=request.user, **told
        ),
        to=reverse("initiatives:commitments", args=[slug]),
    )


@signed_in
def release_commitment(request: SignedInRequest, slug: str, commitment_id: int) -> HttpResponse:
    """Release a promise, and say why."""
    initiative = initiative_at(request, slug)
    commitment = commitment_at(initiative, commitment_id)
    return ask(
        request,
        initiative=initiative,
        form=ReleaseForm(request.POST or None),
        asking=Asking(
            title=_("Release “%(what)s”") % {"what": commitment.what},
            submit=_("Release the promise"),
            thanks=_("The promise is released."),
        ),
        act=lambda told: commitments.release_commitment(
            commitment=commitment, by=request.user, **told
        ),
        to=reverse("initiatives:commitments", args=[slug]),
    )


@signed_in
def give(request: SignedInRequest, slug: str) -> HttpResponse:
    """“I did something”: hours, money, premises, equipment or expert help."""
    initiative = initiative_at(request, slug)
    form = GiveForm(
        request.POST or None,
        by=request.user,
        municipality=request.municipality,
        with_own_kinds=True,
    )
    return ask(
        request,
        initiative=initiative,
        form=form,
        asking=Asking(
            title=_("I did something"),
            lead=_("Work, a room, money, knowledge: whatever you give is written down and counts."),
            submit=_("Write it down"),
            thanks=_("It is written down. Thank you for what you gave!"),
        ),
        act=lambda told: _write_down(
            initiative,
            hand(key=told["hand"], by=request.user, municipality=request.municipality),
            form,
        ),
    )


@signed_in
def give_for_others(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write down what somebody else did, who told it on paper, by telephone or at a meeting."""
    initiative = initiative_at(request, slug)
    if not may_write_down_for_others(request.user, initiative):
        raise NotYoursToWriteDown
    form = GiveForOthersForm(request.POST or None)
    return ask(
        request,
        initiative=initiative,
        form=form,
        asking=Asking(
            title=_("Write down what somebody else gave"),
            lead=_("It counts as much as what people write themselves."),
            submit=_("Write it down"),
            thanks=_("It is written down on their behalf."),
        ),
        act=lambda told: _write_down(
            initiative,
            paper_hand(
                by=request.user,
                municipality=request.municipality,
                **{name: told[name] for name in ("name", "reach", "actor_kind", "channel")},
            ),
            form,
        ),
    )


def _write_down(initiative: Initiative, giver: Hand, form: WhatWasGivenForm) -> None:
    """Write hours as work, and everything else as a resource."""
    told = form.cleaned_data
    given = {name: told[name] for name in ("what", "beneficiary", "is_independent")}
    if told["kind"] == WORK:
        give_work(initiative=initiative, hand=giver, hours=told["amount"], at=form.at, **given)
        return
    give_resource(
        initiative=initiative,
        hand=giver,
        kind=told["kind"],
        amount=told["amount"],
        at=form.at,
        **given,
    )


@for_everyone
def commitments_panel(request: MunicipalityRequest, initiative: Initiative) -> Panel:
    """Who does what by when, and how many promises were kept."""
    to_do = (Status.OFFERED, Status.ACCEPTED)
    running = [each for each in promises_of(initiative) if each.status in to_do]
    return Panel(
        template="initiatives/commitments/panel.html",
        facts={"rows": [row_of(each) for each in running[:4]], "kept": kept(initiative)},
        order=50,
    )
