"""The list of residents, inviting some of them at random, and their letters."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.lottery import cards
from samskap.lottery.actions import inviting
from samskap.lottery.forms import InviteForm
from samskap.lottery.models import Lot, State, Step
from samskap.lottery.views.finding import kept_lot
from samskap.municipalities.queries import address_of
from samskap.people.decorators import SignedInRequest, signed_in

LETTERS = 100  # on one page, for the printer


@signed_in
def invitees(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show how many stand on the list, and invite some of them at random."""
    lot = kept_lot(request, pk)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        made = inviting.invite_at_random(
            lot=lot, by=request.user, people=form.cleaned_data["people"]
        )
        said = ngettext(
            "{n} person is invited. Print the letter.",
            "{n} people are invited. Print the letters.",
            len(made),
        )
        messages.success(request, said.format(n=len(made)))
        return redirect("lottery:invitees", lot.pk)
    invited = lot.invitees.exclude(invited_at=None)
    facts = {
        "lot": lot,
        "form": form,
        "is_open": lot.state == State.OPEN and lot.pool == Lot.Pool.INVITED,
        "numbers": [
            {"value": lot.invitees.count(), "label": _("on the list")},
            {"value": invited.count(), "label": _("invited")},
            {"value": invited.filter(said_yes=True).count(), "label": _("said yes")},
            {"value": invited.filter(said_yes=False).count(), "label": _("said no")},
        ],
        "draws": lot.steps.filter(what=Step.What.INVITED).select_related("by"),
    }
    return render(request, "lottery/invitees.html", facts)


@signed_in
@require_safe
def letters(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show letters for the printer: to those invited while it is open, later to those in it.

    Whoever said yes on paper hears by letter what others read on their own page: the code, the
    chance before the draw, and what came of it.
    """
    lot = kept_lot(request, pk)
    seen(request, "lottery.invitees")
    facts: dict[str, Any] = {"lot": lot, "host": address_of(request.municipality)}
    if lot.state == State.OPEN:
        waiting = lot.invitees.exclude(invited_at=None).filter(answered_at=None).exclude(name="")
        facts["page"] = page_for(request, waiting, order=("pk",), size=LETTERS)
        return render(request, "lottery/letters.html", facts)
    without = lot.entrants.filter(person=None).exclude(giver__name="")
    page = page_for(request, without.select_related("giver", "lot"), order=("pk",), size=LETTERS)
    facts |= {"page": page, "letters": [(each, cards.own_of(each)) for each in page.items]}
    return render(request, "lottery/letters_later.html", facts)
