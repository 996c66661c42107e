"""The pages of partners: who they are, asking, joining, letting in and leaving."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.modules import Panel
from samskap.base.rates import count
from samskap.design.asking import Asking
from samskap.initiatives.actions import partnership
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.forms.partnership import (
    AskPartnerForm,
    DeclineForm,
    FindForm,
    JoinForm,
    LeaveForm,
)
from samskap.initiatives.models import Initiative, Partner
from samskap.initiatives.permissions.commitments import may_write_down_for_others
from samskap.initiatives.permissions.partnership import (
    may_ask_partners,
    may_see_who_waits,
    may_write_agreement,
    those_spoken_for,
)
from samskap.initiatives.queries.kept import for_everyone
from samskap.initiatives.queries.partnership import agreed, organisations_to_ask, partners_of
from samskap.initiatives.views.finding import ask, initiative_at
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in

Status = Partner.Status
MOST_CHIPS = 12


def chip_of(partner: Partner) -> dict[str, Any]:
    """A partner as the design’s chip wants it."""
    organisation = partner.organisation
    return {
        "name": partner.name,
        "side": partner.actor_kind,
        "note": partner.role,
        "is_organisation": organisation is not None,
    }


def partner_at(initiative: Initiative, partner_id: int) -> Partner:
    """One partner of an initiative; 404 where there is none."""
    found: Partner = get_object_or_404(
        partners_of(initiative).select_related("initiative"), pk=partner_id
    )
    return found


def show_partners(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show the partners, who waits to join, who left, and how far they have agreed."""
    initiative = initiative_at(request, slug)
    everybody = list(partners_of(initiative))
    mine = {
        partner.pk for partner in those_spoken_for(request.user, everybody, request.municipality)
    }
    sees = may_see_who_waits(request.user, initiative)
    writes = may_write_down_for_others(request.user, initiative)
    rows: list[dict[str, Any]] = [
        {
            "partner": partner,
            "chip": chip_of(partner),
            "is_mine": partner.pk in mine,
            "may_leave_for": partner.giver_id is not None and writes,
        }
        for partner in everybody
    ]

    def standing(status: str) -> list[dict[str, Any]]:
        return [row for row in rows if row["partner"].status == status]

    page = {
        "initiative": initiative,
        "joined": standing(Status.JOINED),
        # People are asked by e-mail: their names would tell whose address was written.
        "asked": [
            row
            for row in standing(Status.ASKED)
            if row["is_mine"] or (sees and row["chip"]["is_organisation"])
        ],
        "offered": [row for row in standing(Status.OFFERED) if sees or row["is_mine"]],
        "left": standing(Status.LEFT),
        "agreed": agreed(initiative),
        "may_ask": sees and initiative.is_open,
        "may_let_in": sees,
        "may_join": initiative.is_open
        and not any(
            row["is_mine"] and row["partner"].status in {Status.JOINED, Status.OFFERED}
            for row in rows
        ),
        "may_write": may_write_agreement(request.user, initiative),
        "may_write_down": initiative.is_open and writes,
    }
    return render(request, "initiatives/partnership/partners.html", page)


@signed_in
def ask_partner(request: SignedInRequest, slug: str) -> HttpResponse:
    """Find an organisation, or write somebody’s e-mail, and ask them."""
    initiative = initiative_at(request, slug)
    if not may_ask_partners(request.user, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    words = request.GET.get("q", "").strip()[:80]
    found = organisations_to_ask(request.municipality, words=words, initiative=initiative)
    form = AskPartnerForm(request.POST or None, found=found)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        _ask(request, initiative, form.cleaned_data)
        messages.success(request, _("The invitation is sent. They find it among their notices."))
        return redirect("initiatives:partners", slug)
    page = {
        "initiative": initiative,
        "form": form,
        "find": FindForm({"q": words}),
        "found": found,
        "words": words,
        "back": reverse("initiatives:partners", args=[slug]),
    }
    return render(request, "initiatives/partnership/ask.html", page)


def _ask(request: SignedInRequest, initiative: Initiative, told: dict[str, Any]) -> None:
    """Ask the organisation that was chosen, or the person whose address was written."""
    organisation = told.get("organisation")
    if organisation:
        partnership.ask_partner(
            initiative=initiative,
            organisation=organisation,
            role=told["role"],
            message=told["message"],
            by=request.user,
        )
        return
    count(request, "letters")
    count(f"asked: {told['email']}", "letters_to_one_address")
    partnership.ask_by_email(
        initiative=initiative,
        email=told["email"],
        role=told["role"],
        message=told["message"],
        link=request.build_absolute_uri(reverse("initiatives:join", args=[initiative.slug])),
        by=request.user,
    )


@signed_in
def join(request: SignedInRequest, slug: str) -> HttpResponse:
    """Become a partner, for oneself or for an organisation."""
    initiative = initiative_at(request, slug)
    carries = may_ask_partners(request.user, initiative)
    return ask(
        request,
        initiative=initiative,
        form=JoinForm(request.POST or None, by=request.user, municipality=request.municipality),
        asking=Asking(
            title=_("Become a partner"),
            lead=_("Partners decide together, on equal terms, and say what each takes on."),
            submit=_("Become a partner"),
            thanks=_("Thank you! You are on the list of partners.")
            if carries
            else _("Thank you! You see on this page when you are let in."),
        ),
        act=lambda told: partnership.join(
            initiative=initiative,
            key=told["hand"],
            role=told["role"],
            duties=told["duties"],
            resources=told["resources"],
            by=request.user,
        ),
        to=reverse("initiatives:partners", args=[slug]),
    )


@signed_in
@require_POST
def let_in(request: SignedInRequest, slug: str, partner_id: int) -> HttpResponse:
    """Say yes to someone who wants to join."""
    initiative = initiative_at(request, slug)
    count(request, "post")
    partner = partnership.let_in(partner=partner_at(initiative, partner_id), by=request.user)
    messages.success(request, _("%(name)s is a partner now.") % {"name": partner.name})
    return redirect("initiatives:partners", slug)


@signed_in
def decline(request: SignedInRequest, slug: str, partner_id: int) -> HttpResponse:
    """Say no: to an invitation, or to someone who wants to join."""
    initiative = initiative_at(request, slug)
    partner = partner_at(initiative, partner_id)
    return ask(
        request,
        initiative=initiative,
        form=DeclineForm(request.POST or None),
        asking=Asking(
            title=_("Say no to a partnership"),
            lead=_("A no is welcome too. A reason helps the others."),
            submit=_("Say no"),
            thanks=_("The answer is given."),
        ),
        act=lambda told: partnership.decline(partner=partner, by=request.user, **told),
        to=reverse("initiatives:partners", args=[slug]),
    )


@signed_in
def leave(request: SignedInRequest, slug: str, partner_id: int) -> HttpResponse:
    """Stop being a partner, and hand back what one had taken on."""
    initiative = initiative_at(request, slug)
    partner = partner_at(initiative, partner_id)
    return ask(
        request,
        initiative=initiative,
        form=LeaveForm(request.POST or None),
        asking=Asking(
            title=_("Leave the partnership"),
            lead=_("You may always leave. Say why, so that the others can go on."),
            submit=_("Leave"),
            thanks=_("You have left the partnership. Thank you for what you gave."),
        ),
        act=lambda told: partnership.leave(partner=partner, by=request.user, **told),
        to=reverse("initiatives:partners", args=[slug]),
    )


@for_everyone
def partners_panel(request: MunicipalityRequest, initiative: Initiative) -> Panel:
    """Who the partners are, and whether they have agreed."""
    found = agreed(initiative)
    return Panel(
        template="initiatives/partnership/panel.html",
        facts={
            "chips": [chip_of(partner) for partner in found.joined[:MOST_CHIPS]],
            "more": max(len(found.joined) - MOST_CHIPS, 0),
            "agreed": found,
            "waits_for": [partner.name for partner in found.unsigned],
        },
        order=30,
        aside=True,
    )
