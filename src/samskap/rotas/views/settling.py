"""On the day and afterwards: here I am, so long it took, these were there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.rotas.actions import correcting, hours
from samskap.rotas.cards import corrections_of, who_of
from samskap.rotas.errors import NothingToCorrect, NotYoursToKeep, NotYourTurn
from samskap.rotas.forms.shifts import CorrectForm, HoursForm
from samskap.rotas.permissions import may_keep, may_settle
from samskap.rotas.queries.rotas import kept_by
from samskap.rotas.queries.shifts import to_settle
from samskap.rotas.views.finding import back_to, the_shift, the_turn
from samskap.rotas.words import hours_in_words, when


@signed_in
@require_POST
def check_in(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that one is there."""
    turn = the_turn(request, pk)
    count(request, "post")
    hours.check_in(turn=turn, by=request.user)
    messages.success(request, _("Good that you are here. Your hours write themselves down."))
    return back_to(request, turn.shift.get_absolute_url())


@signed_in
@require_POST
def was_there(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say with one press that a turn was done, for as long as the shift lasted."""
    turn = the_turn(request, pk)
    count(request, "post")
    hours.confirm_hours(turn=turn, by=request.user)
    messages.success(request, _("Thank you for your time! Your hours are written down."))
    return back_to(request, turn.shift.get_absolute_url())


@signed_in
def other_hours(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say how long a turn took, where it was not as long as the shift."""
    turn = the_turn(request, pk)
    if not may_settle(request.user, turn):
        raise NotYourTurn
    shown = {"hours": round(turn.shift.minutes / 60, 2)}
    form = HoursForm(request.POST or None, initial=shown)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        hours.confirm_hours(turn=turn, by=request.user, minutes=form.minutes)
        messages.success(request, _("Thank you for your time! Your hours are written down."))
        return redirect(turn.shift)
    return render(request, "rotas/hours.html", {"turn": turn, "shift": turn.shift, "form": form})


@signed_in
def correct(request: SignedInRequest, pk: int) -> HttpResponse:
    """Correct hours that are written down, and show what was corrected before."""
    turn = the_turn(request, pk)
    if not may_settle(request.user, turn):
        raise NotYourTurn
    if turn.status not in correcting.SETTLED:
        raise NothingToCorrect
    form = CorrectForm(request.POST or None, initial={"hours": round((turn.minutes or 0) / 60, 2)})
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        correction = correcting.correct_hours(
            turn=turn,
            by=request.user,
            minutes=form.minutes,
            because=form.cleaned_data["because"],
        )
        done = _("It is corrected, and the others hear it.")
        messages.success(request, done if correction else _("It is written down like that."))
        return redirect("rotas:correct", turn.pk)
    facts = {
        "turn": turn,
        "shift": turn.shift,
        "when": when(turn.shift),
        "who": who_of(turn),
        "now": hours_in_words(turn.minutes),
        "form": form,
        "corrections": corrections_of(turn),
    }
    return render(request, "rotas/correct.html", facts)


@signed_in
@require_POST
def was_not_there(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that a turn did not happen."""
    turn = the_turn(request, pk)
    count(request, "post")
    hours.miss(turn=turn, by=request.user)
    messages.success(request, _("Noted. It happens to everyone."))
    return back_to(request, turn.shift.get_absolute_url())


@signed_in
@require_POST
def these_were_there(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a coordinator confirm many of one shift with one press."""
    shift = the_shift(request, pk)
    if not may_keep(request.user, shift.rota):
        raise NotYoursToKeep
    count(request, "post")
    chosen = shift.turns.filter(pk__in=keys_in(request.POST.getlist("turn")))
    confirmed = hours.confirm_all(turns=list(chosen), by=request.user)
    said = ngettext(
        "{n} turn is confirmed, and its hours are written down.",
        "{n} turns are confirmed, and their hours are written down.",
        confirmed,
    )
    messages.success(request, said.format(n=confirmed))
    return back_to(request, shift.get_absolute_url())


@signed_in
def to_confirm(request: SignedInRequest) -> HttpResponse:
    """List the shifts that are over, and of which nobody has said who was there."""
    shifts = to_settle(kept_by(request.user, request.municipality))
    page = page_for(request, shifts, order=("starts_at", "pk"))
    said = [(shift, str(when(shift))) for shift in page.items]
    return render(request, "rotas/to_confirm.html", {"page": page, "shifts": said})
