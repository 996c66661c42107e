"""Asking others to take a turn, and answering."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.rotas.actions import swaps
from samskap.rotas.errors import NotYourTurn
from samskap.rotas.forms.shifts import SwapForm
from samskap.rotas.models import Swap
from samskap.rotas.views.finding import plain_hand, the_turn


def the_swap(request: SignedInRequest, pk: int) -> Swap:
    """The swap at an address, for those whom it concerns; others find nothing there."""
    found: QuerySet[Swap] = Swap.objects.of(request.municipality)
    return get_object_or_404(
        found.select_related("turn__shift__rota", "turn__need__duty", "in_return"), pk=pk
    )


@signed_in
def ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask somebody, or anybody, to take a turn."""
    turn = the_turn(request, pk)
    if turn.person_id != request.user.pk:
        raise NotYourTurn
    form = SwapForm(request.POST or None, turn=turn)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        asked = form.cleaned_data["asked"]
        swaps.ask_swap(
            turn=turn,
            by=request.user,
            asked=form.people.get(asked),
            in_return=form.turns.get(asked),
            words=form.cleaned_data["words"],
        )
        messages.success(request, _("You have asked. The turn is yours until somebody says yes."))
        return redirect(turn.shift)
    return render(request, "rotas/swap.html", {"turn": turn, "shift": turn.shift, "form": form})


@signed_in
@require_POST
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the turn that somebody asks to be taken."""
    swap = the_swap(request, pk)
    count(request, "post")
    new = swaps.accept_swap(swap=swap, hand=plain_hand(request, swap.turn.need))
    messages.success(request, _("You are on the shift. Thank you! Whoever asked hears it now."))
    return redirect(new.shift)


@signed_in
@require_POST
def decline(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that one cannot."""
    swap = the_swap(request, pk)
    count(request, "post")
    swaps.decline_swap(swap=swap, by=request.user)
    messages.success(request, _("Answered. Whoever asked hears it now."))
    return redirect("rotas:mine")


@signed_in
@require_POST
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the question back."""
    swap = the_swap(request, pk)
    count(request, "post")
    swaps.withdraw_swap(swap=swap, by=request.user)
    messages.success(request, _("The question is taken back, and the turn is yours."))
    return redirect(swap.turn.shift)
