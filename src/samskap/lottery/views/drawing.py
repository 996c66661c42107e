"""Sealing the panels, typing the numbers in, and the whole file for whoever examines a draw."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.lottery import publishing, queries
from samskap.lottery.actions import drawing
from samskap.lottery.errors import NotAtThisStep, NotYoursToWitness
from samskap.lottery.forms import CommitForm, NumbersForm
from samskap.lottery.models import Round, State
from samskap.lottery.permissions import may_witness
from samskap.lottery.views.finding import kept_lot, the_lot
from samskap.lottery.views.reading import as_file
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def commit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Seal the panels, and name the public numbers that will decide."""
    lot = kept_lot(request, pk)
    if lot.state != State.PLANNED:
        raise NotAtThisStep(lot=lot.title)
    form = CommitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        drawing.commit(lot=lot, by=request.user, **form.cleaned_data)
        messages.success(request, _("The panels are sealed. Now wait for the public numbers."))
        return redirect(lot)
    return render(request, "lottery/commit.html", {"lot": lot, "form": form})


@signed_in
def numbers(request: SignedInRequest, pk: int) -> HttpResponse:
    """Type the public numbers in; the second of two people draws the panel by it."""
    lot = the_lot(request, pk)
    if not may_witness(request.user, lot):
        raise NotYoursToWitness
    last = queries.round_of(lot)
    if lot.state != State.COMMITTED or last is None:
        raise NotAtThisStep(lot=lot.title)
    form = NumbersForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        after = drawing.type_numbers(lot=lot, by=request.user, typed=form.cleaned_data["typed"])
        if after.drawn_at:
            messages.success(request, _("It is drawn. Everybody in the lot hears of it."))
        elif after.typed:
            said = _("Kept. Now somebody else types the numbers in, without seeing yours.")
            messages.success(request, said)
        else:
            said = _("The two did not type the same. Look at the numbers, and both begin again.")
            messages.warning(request, said)
        return redirect(lot)
    facts = {
        "lot": lot,
        "round": last,
        "form": form,
        "is_second": bool(last.typed),
        "waits_for_another": bool(last.typed) and last.typed_by_id == request.user.pk,
        "is_too_early": bool(last.source_on and timezone.localdate() < last.source_on),
    }
    return render(request, "lottery/numbers.html", facts)


@signed_in
@require_safe
def whole_file(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """Give the file with everybody’s features, so that the panels too can be worked out again."""
    lot = kept_lot(request, pk)
    rounds = lot.rounds.exclude(committed_at=None).select_related("lot")
    round_: Round = get_object_or_404(rounds, number=number)
    seen(request, "lottery.entrants")
    entrants = list(lot.entrants.filter(code__in=round_.codes))
    return as_file(round_, publishing.document_of(round_, entrants), name="whole-lot")
