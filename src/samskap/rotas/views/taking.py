"""Taking turns, handing them back, standing in line."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.ledger.hands import hand, paper_hand
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.rotas.actions import hours, line, turns
from samskap.rotas.errors import NotYoursToEnter
from samskap.rotas.forms.shifts import EnterForm, TakeForm
from samskap.rotas.models import Need, Series
from samskap.rotas.permissions import may_enter_for_others
from samskap.rotas.views.finding import back_to, plain_hand, the_need, the_turn
from samskap.rotas.words import when


def about(need: Need, form: Form) -> dict[str, Any]:
    """What a page with a form about one need shows."""
    return {"need": need, "shift": need.shift, "when": when(need.shift), "form": form}


@signed_in
@require_POST
def take(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a place with one press."""
    need = the_need(request, pk)
    count(request, "post")
    turns.take(need=need, hand=plain_hand(request, need))
    messages.success(request, _("You are on the shift. Thank you! We remind you the day before."))
    return redirect(need.shift)


@signed_in
def take_more(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take places for a group, or for an organisation."""
    need = the_need(request, pk)
    form = TakeForm(request.POST or None, by=request.user, municipality=request.municipality)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        chosen = hand(
            key=form.cleaned_data["hand"], by=request.user, municipality=request.municipality
        )
        companions = form.cleaned_data["companions"]
        if "series" in request.POST and need.shift.series:
            return say_joined(request, need.shift.series, turns.take_series(
                series=need.shift.series, need=need, hand=chosen, companions=companions
            ))  # fmt: skip
        turns.take(need=need, hand=chosen, companions=companions)
        messages.success(request, _("You are on the shift. Thank you!"))
        return redirect(need.shift)
    return render(request, "rotas/take.html", about(need, form))


@signed_in
@require_POST
def take_series(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take every shift of a series with one press."""
    need = the_need(request, pk)
    series = get_object_or_404(Series.objects.of(request.municipality), pk=need.shift.series_id)
    count(request, "post")
    joined = turns.take_series(series=series, need=need, hand=plain_hand(request, need))
    return say_joined(request, series, joined)


def say_joined(request: SignedInRequest, series: Series, joined: turns.Joined) -> HttpResponse:
    """Say how many shifts were taken, and which not."""
    if joined.taken:
        said = ngettext(
            "You are on {n} shift. Thank you!", "You are on {n} shifts. Thank you!", joined.taken
        )
        messages.success(request, said.format(n=joined.taken))
    for shift, reason in joined.refused[:5]:
        words = _("Not on {day}: {reason}")
        messages.warning(request, words.format(day=shift.day.strftime("%d.%m."), reason=reason))
    if not joined.taken and not joined.refused:
        messages.info(request, _("You are on all of them already."))
    return redirect("rotas:mine")


@signed_in
@require_POST
def hand_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Hand a turn back."""
    turn = the_turn(request, pk)
    count(request, "post")
    turns.hand_back(turn=turn, by=request.user)
    messages.success(request, _("It is handed back. Others can take it now. Thank you for saying."))
    return back_to(request, turn.shift.get_absolute_url())


@signed_in
@require_POST
def stand_in_line(request: SignedInRequest, pk: int) -> HttpResponse:
    """Wait for a place."""
    need = the_need(request, pk)
    count(request, "post")
    line.stand_in_line(need=need, hand=plain_hand(request, need))
    messages.success(request, _("You stand in line. If a place becomes free, it is yours."))
    return redirect(need.shift)


@signed_in
@require_POST
def leave_line(request: SignedInRequest, pk: int) -> HttpResponse:
    """Wait no longer."""
    need = the_need(request, pk)
    count(request, "post")
    line.leave_line(need=need, by=request.user)
    messages.success(request, _("You do not wait for this shift any more."))
    return redirect(need.shift)


@signed_in
def enter(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put somebody on a shift who telephoned, or came by."""
    need = the_need(request, pk)
    if not may_enter_for_others(request.user, need.shift.rota):
        raise NotYoursToEnter
    form = EnterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        theirs = paper_hand(
            by=request.user,
            municipality=request.municipality,
            name=said["name"],
            reach=said["reach"],
            actor_kind=said["actor_kind"],
            channel=said["channel"],
        )
        if need.shift.is_over:
            hours.write_down(need=need, hand=theirs)
            messages.success(request, _("It is written down, with the hours of the shift."))
        else:
            turns.take(need=need, hand=theirs, companions=said["companions"])
            messages.success(request, _("They are on the shift."))
        return redirect(need.shift)
    return render(request, "rotas/enter.html", about(need, form))
