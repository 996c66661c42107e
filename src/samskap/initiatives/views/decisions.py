"""The pages of decisions: the list, one decision with its voices, opening and closing."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.base.modules import Panel, Task, Waiting
from samskap.base.rates import count
from samskap.design.asking import Asking
from samskap.initiatives.actions import decisions
from samskap.initiatives.errors.decisions import NotYourPower
from samskap.initiatives.forms.decisions import (
    CloseDecisionForm,
    DecideAloneForm,
    FindContributionsForm,
    OpenDecisionForm,
    VoiceForm,
    WithdrawDecisionForm,
)
from samskap.initiatives.models import Decision, Initiative, Voice
from samskap.initiatives.permissions.commitments import may_write_down_for_others
from samskap.initiatives.permissions.decisions import may_decide_alone, may_open_decision
from samskap.initiatives.permissions.partnership import those_spoken_for
from samskap.initiatives.queries.decisions import (
    Tally,
    adopted_by,
    all_decisions,
    candidates,
    decisions_of,
    outcome_in_words,
    tally_of,
    voices_of,
    waiting_for,
    waiting_for_voice,
)
from samskap.initiatives.queries.kept import for_everyone
from samskap.initiatives.queries.partnership import agreed, joined_partners
from samskap.initiatives.views.finding import ask, carried_at, initiative_at
from samskap.initiatives.views.panels import panels_of_decision
from samskap.initiatives.views.partnership import chip_of
from samskap.ledger.hands import hand
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

MOST = 10  # lines on the desk

Status = Decision.Status
TONES: dict[str, str] = {
    Voice.Stance.FOR: "ok",
    Voice.Stance.AGAINST: "late",
    Voice.Stance.ASIDE: "",
}


def decision_at(initiative: Initiative, decision_id: int) -> Decision:
    """One decision of an initiative; 404 where there is none."""
    found: Decision = get_object_or_404(initiative.decisions.all(), pk=decision_id)
    found.initiative = initiative
    return found


def power_of(decision: Decision) -> list[tuple[str, float]]:
    """Who held the power, as shares for the design’s bar; empty while it is not decided."""
    if decision.status != Status.DECIDED or decision.non_public_share is None:
        return []
    share = float(decision.non_public_share)
    sides = [("resident", share), ("public", 1 - share)]
    return [(side, round(100 * units)) for side, units in sides if units]


def row_of(decision: Decision) -> dict[str, Any]:
    """A decision as lists and panels show it."""
    return {
        "decision": decision,
        "url": decision.get_absolute_url(),
        "power": power_of(decision),
        "ended": str(
            decision.get_mode_display()
            if decision.status == Status.DECIDED
            else decision.get_lapsed_because_display()
        ),
    }


def show_decisions(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show every decision of an initiative, the newest first."""
    initiative = initiative_at(request, slug)
    page = page_for(request, decisions_of(initiative), order=("-opened_at", "-pk"))
    for decision in page.items:
        decision.initiative = initiative
    found = agreed(initiative)
    shown = {
        "initiative": initiative,
        "page": page,
        "rows": [row_of(decision) for decision in page.items],
        "has_agreement": found.in_force is not None,
        "may_open": initiative.is_open and may_open_decision(request.user, initiative),
        "may_decide_alone": initiative.is_open and bool(_powers(request, initiative)),
    }
    return render(request, "initiatives/decisions/list.html", shown)


def _powers(request: MunicipalityRequest, initiative: Initiative) -> list[str]:
    """The sides whose power the reader may hold alone."""
    return [
        side
        for side in ("public", "non_public")
        if may_decide_alone(request.user, initiative, side)
    ]


def show_decision(request: MunicipalityRequest, slug: str, decision_id: int) -> HttpResponse:
    """Show what is proposed, what each partner says, how it ended and who had the power."""
    initiative = initiative_at(request, slug)
    decision = decision_at(initiative, decision_id)
    voices = voices_of(decision)
    tally = tally_of(decision) if decision.way else None
    mine, form = [], None
    if decision.status == Status.OPEN:
        partners = list(joined_partners(initiative))
        mine = those_spoken_for(request.user, partners, request.municipality)
        form = _voice_form(mine, voices) if mine else None
    page = {
        "initiative": initiative,
        "decision": decision,
        "row": row_of(decision),
        "voices": [
            {"voice": voice, "chip": chip_of(voice.partner), "tone": TONES[voice.stance]}
            for voice in voices
        ],
        "waiting": [chip_of(partner) for partner in waiting_for_voice(decision)]
        if decision.status == Status.OPEN
        else [],
        "adopted": adopted_by(decision),
        "quorum": tally.quorum_in_words if tally else "",
        "standing": _standing(tally) if tally and decision.status == Status.OPEN else "",
        "outcome": outcome_in_words(decision, tally) if decision.status != Status.OPEN else "",
        "form": form,
        "has_voiced": any(voice.partner_id in {one.pk for one in mine} for voice in voices),
        "may_close": may_open_decision(request.user, initiative),
        "may_write_down": may_write_down_for_others(request.user, initiative),
        "panels": panels_of_decision(request, decision),
    }
    return render(request, "initiatives/decisions/decision.html", page)


def _voice_form(mine: list[Any], voices: list[Voice]) -> VoiceForm:
    """Ask for a voice; where it was given, begin with what was said."""
    said = next((voice for voice in voices if voice.partner_id == mine[0].pk), None)
    now = {"stance": said.stance, "reason": said.reason} if said else {}
    return VoiceForm(partners=mine, initial=now)


def _standing(tally: Tally) -> str:
    """Say how it would end if it were closed now."""
    if not tally.lapse:
        return _("As the voices stand now, it is decided when it is closed.")
    return _("As the voices stand now, it is not decided: %(why)s.") % {
        "why": str(Decision.Lapse(tally.lapse).label).lower()
    }


@signed_in
def open_decision(request: SignedInRequest, slug: str) -> HttpResponse:
    """Put a question to the partners."""
    initiative = carried_at(request, slug)
    return _propose(
        request,
        initiative,
        OpenDecisionForm(
            request.POST or None, initiative=initiative, listed=_listed(request, initiative)
        ),
        Asking(
            title=_("Open a decision"),
            lead=_("The partners decide by the rule of their agreement."),
            submit=_("Ask the partners"),
            thanks=_("The partners are asked for their voice."),
        ),
        lambda told: decisions.open_decision(initiative=initiative, by=request.user, **told),
    )


@signed_in
def decide_alone(request: SignedInRequest, slug: str) -> HttpResponse:
    """Record a decision that one side took alone."""
    initiative = initiative_at(request, slug)
    sides = _powers(request, initiative)
    if not sides:
        raise NotYourPower
    form = DecideAloneForm(
        request.POST or None,
        by=request.user,
        municipality=request.municipality,
        side=sides[0] if len(sides) == 1 else "",
        initiative=initiative,
        listed=_listed(request, initiative),
    )
    return _propose(
        request,
        initiative,
        form,
        Asking(
            title=_("Record a decision by one side"),
            lead=_("Write it down as it was. The power is shown to everybody."),
            submit=_("Record the decision"),
            thanks=_("The decision is recorded."),
        ),
        lambda told: _record(request, initiative, told),
    )


def _record(request: SignedInRequest, initiative: Initiative, told: dict[str, Any]) -> Decision:
    """Record it in the name that was chosen."""
    mine = hand(key=told.pop("hand"), by=request.user, municipality=request.municipality)
    return decisions.decide_alone(initiative=initiative, hand=mine, **told)


def _listed(request: SignedInRequest, initiative: Initiative) -> list[Any]:
    """What can be chosen: what the words find, and what was ticked before."""
    ticked = keys_in(request.POST.getlist("proposals"))
    words = request.GET.get("q", "").strip()[:80]
    return candidates(initiative, words=words, chosen=ticked[:100])


def _propose(
    request: SignedInRequest,
    initiative: Initiative,
    form: OpenDecisionForm | DecideAloneForm,
    asking: Asking,
    act: Any,
) -> HttpResponse:
    """Show the form of a proposal with its search for contributions; act when it is filled in."""
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        told = dict(form.cleaned_data)
        decision = act(told)
        messages.success(request, asking.thanks)
        return redirect(decision)
    page = {
        "initiative": initiative,
        "form": form,
        "asking": asking,
        "find": FindContributionsForm({"q": request.GET.get("q", "").strip()[:80]}),
        "back": reverse("initiatives:decisions", args=[initiative.slug]),
    }
    return render(request, "initiatives/decisions/propose.html", page)


@signed_in
@require_POST
def give_voice(request: SignedInRequest, slug: str, decision_id: int) -> HttpResponse:
    """Say what a partner thinks, or say it anew."""
    initiative = initiative_at(request, slug)
    decision = decision_at(initiative, decision_id)
    partners = list(joined_partners(initiative))
    mine = those_spoken_for(request.user, partners, request.municipality)
    form = VoiceForm(request.POST, partners=mine or partners)
    if not form.is_valid():
        page = {
            "about": initiative.title,
            "form": form,
            "asking": Asking(title=_("Your voice"), submit=_("Give my voice")),
            "back": decision.get_absolute_url(),
        }
        return render(request, "design/asking.html", page)
    count(request, "post")
    told = form.cleaned_data
    said = decision.voices.select_related("decision__initiative", "partner").filter(
        partner=told["partner"]
    )
    if voice := said.first():
        told.pop("partner")
        decisions.change_voice(voice=voice, by=request.user, **told)
    else:
        decisions.give_voice(decision=decision, by=request.user, **told)
    messages.success(request, _("Your voice is heard. Thank you!"))
    return redirect(decision)


@signed_in
def close_decision(request: SignedInRequest, slug: str, decision_id: int) -> HttpResponse:
    """Count the voices and close it."""
    initiative = carried_at(request, slug)
    decision = decision_at(initiative, decision_id)
    tally = tally_of(decision)
    return ask(
        request,
        initiative=initiative,
        form=CloseDecisionForm(request.POST or None),
        asking=Asking(
            title=_("Close “%(title)s”") % {"title": decision.title},
            lead=f"{tally.quorum_in_words} {_standing(tally)}",
            submit=_("Close the decision"),
            thanks=_("The decision is closed. Everybody it concerns is told."),
        ),
        act=lambda told: decisions.close_decision(decision=decision, by=request.user, **told),
        to=decision.get_absolute_url(),
    )


@signed_in
def withdraw_decision(request: SignedInRequest, slug: str, decision_id: int) -> HttpResponse:
    """Take a question back."""
    initiative = carried_at(request, slug)
    decision = decision_at(initiative, decision_id)
    return ask(
        request,
        initiative=initiative,
        form=WithdrawDecisionForm(request.POST or None),
        asking=Asking(
            title=_("Take back “%(title)s”") % {"title": decision.title},
            submit=_("Take it back"),
            thanks=_("The question is taken back."),
        ),
        act=lambda told: decisions.withdraw_decision(decision=decision, by=request.user, **told),
        to=decision.get_absolute_url(),
    )


@for_everyone
def decisions_panel(request: MunicipalityRequest, initiative: Initiative) -> Panel | None:
    """What is decided, and who had the power."""
    newest = all_decisions(initiative)[:2]
    if not newest:
        return None
    for decision in newest:
        decision.initiative = initiative
    return Panel(
        template="initiatives/decisions/panel.html",
        facts={"rows": [row_of(decision) for decision in newest]},
        order=40,
    )


def voices_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Decisions that wait for the reader’s voice, those that close first, first."""
    if not isinstance(request.user, Person):
        return None
    waiting = waiting_for(request.user, request.municipality)
    mine = list(waiting[:MOST])
    if not mine:
        return None
    return Waiting(
        title=_("Decisions that wait for your voice"),
        in_all=waiting.count(),
        tasks=[
            Task(
                title=decision.title,
                url=decision.get_absolute_url(),
                note=decision.initiative.title,
                due_on=decision.closes_on,
            )
            for decision in mine
        ],
    )
