"""Moving a shift: look who could still come, then move it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.base.wall_clock import moments_of
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.rotas.actions import moving
from samskap.rotas.cards import moved_card
from samskap.rotas.errors import NotYoursToKeep
from samskap.rotas.forms.shifts import MoveForm
from samskap.rotas.permissions import may_keep
from samskap.rotas.queries.moving import on_it
from samskap.rotas.views.finding import the_shift
from samskap.rotas.words import when


@signed_in
def move(request: SignedInRequest, pk: int) -> HttpResponse:
    """Move a shift to another time, or show first who could not come then."""
    shift = the_shift(request, pk)
    if not may_keep(request.user, shift.rota):
        raise NotYoursToKeep
    is_look = "look" in request.POST
    form = MoveForm(request.POST or None, shift=shift, is_look=is_look)
    looked: dict[str, Any] = {}
    turns = on_it(shift)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if is_look:
            zone = request.municipality.preset.time_zone
            times = moments_of(said["day"], said["opens"], said["closes"], zone)
            looked = {"looked": True, **moved_card(shift, turns, *times)}
        else:
            count(request, "post")
            moved = moving.move_shift(shift=shift, by=request.user, **said)
            done = _("It is moved, and everybody on it hears the new time and why.")
            messages.success(request, done if moved else _("It is at that time already."))
            return redirect(shift)
    facts = {"shift": shift, "when": when(shift), "form": form, "people": len(turns), **looked}
    return render(request, "rotas/move.html", facts)
