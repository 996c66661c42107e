"""Saying yes, saying no, writing down a yes, and leaving."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.ledger.hands import MYSELF, hand, paper_hand
from samskap.lottery.actions import entering, replacing
from samskap.lottery.errors import LotIsClosed, NotYoursToKeep, RegisterElsewhere
from samskap.lottery.forms import AnswerForm, EnterForm, TakeOutForm, WriteDownForm
from samskap.lottery.models import Entrant, Lot, State
from samskap.lottery.permissions import may_keep
from samskap.lottery.queries import entry_of
from samskap.lottery.views.finding import kept_lot, the_lot
from samskap.lottery.views.keeping import entrants_shown
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def open_lot(lot: Lot, *, is_open: bool) -> None:
    """Refuse a form that could not be sent."""
    if lot.pool == Lot.Pool.GIVEN:
        raise RegisterElsewhere(lot=lot.title)
    if not is_open:
        raise LotIsClosed(lot=lot.title)


@signed_in
def enter(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say yes to being drawn."""
    lot = the_lot(request, pk)
    open_lot(lot, is_open=lot.takes_in)
    mine = entry_of(request.user, lot)
    form = EnterForm(request.POST or None, lot=lot, by=request.user)
    if mine:
        form.fields.pop("code", None)
        for number, feature in enumerate(form.features):
            form.fields[f"feature_{number}"].initial = mine.features.get(feature.title, "")
    elif "code" in form.fields:
        form.fields["code"].initial = request.GET.get("code", "")[:20]
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        entering.enter(
            lot=lot,
            hand=hand(key=MYSELF.key, by=request.user, municipality=request.municipality),
            answers=form.answers,
            street=form.cleaned_data.get("street", ""),
            code=form.cleaned_data.get("code", ""),
        )
        messages.success(request, _("Thank you! You can be drawn now. You hear what comes of it."))
        return redirect(lot)
    return render(request, "lottery/enter.html", {"lot": lot, "form": form, "mine": mine})


def answer(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Answer a letter: yes goes on to the questions, no is told by its code alone."""
    lot = the_lot(request, pk)
    open_lot(lot, is_open=lot.takes_in and lot.pool == Lot.Pool.INVITED)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        entering.say_no(lot=lot, code=form.cleaned_data["code"])
        messages.success(request, _("Thank you for saying so. What the list said of you is gone."))
        return redirect(lot)
    return render(request, "lottery/answer.html", {"lot": lot, "form": form})


@signed_in
def write_down(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down the yes of somebody who wrote on paper or called."""
    lot = kept_lot(request, pk)
    open_lot(lot, is_open=lot.state == State.OPEN)
    form = WriteDownForm(request.POST or None, lot=lot)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        entering.enter(
            lot=lot,
            hand=paper_hand(
                by=request.user,
                municipality=request.municipality,
                name=said["name"],
                reach=said["reach"],
                channel=said["channel"],
            ),
            answers=form.answers,
            street=said.get("street", ""),
            code=said.get("code", ""),
        )
        messages.success(request, _("It is written down. They can be drawn now."))
        return redirect("lottery:write_down", lot.pk)
    return render(request, "lottery/write_down.html", {"lot": lot, "form": form})


@signed_in
@require_POST
def leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a yes back before the draw, or leave the panel after it; a steward says why."""
    entrants = Entrant.objects.of(request.municipality).select_related("lot")
    entrant: Entrant = get_object_or_404(entrants, pk=pk)
    is_own = entrant.person_id == request.user.pk
    if not is_own and not may_keep(request.user, entrant.lot):
        raise NotYoursToKeep
    form = TakeOutForm(request.POST, entrant=entrant)
    if not is_own and not form.is_valid():
        return entrants_shown(request, entrant.lot, wrong=form)
    count(request, "post")
    because = "" if is_own else form.cleaned_data["because"]
    if entrant.drawn_in_id:
        replacing.leave(entrant=entrant, by=request.user, because=because)
        messages.success(request, _("The seat is empty now. Somebody else can be drawn for it."))
    else:
        entering.withdraw(entrant=entrant, by=request.user, because=because)
        messages.success(request, _("The yes is taken back. The answers are gone."))
    return redirect("lottery:mine") if is_own else redirect("lottery:entrants", entrant.lot_id)
