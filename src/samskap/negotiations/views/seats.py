"""Taking a seat that a letter offers, leaving it; and who is behind a pseudonym."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.design.asking import Asking, asked, posted
from samskap.negotiations.actions import seating
from samskap.negotiations.errors import LetterHoldsNoMore, NotTheMediator, NotYourSeat
from samskap.negotiations.forms.table import LeaveForm, TurnDownForm
from samskap.negotiations.models import Behind
from samskap.negotiations.permissions import may_see_behind, may_speak_at
from samskap.negotiations.views.finding import the_negotiation, the_party
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def seat(request: SignedInRequest, key: str) -> HttpResponse:
    """Take the seat that a letter offers, or say no."""
    offered = seating.seat_of_key(key)
    if offered.municipality_id != request.municipality.pk:
        raise LetterHoldsNoMore
    negotiation = offered.party.negotiation
    form = TurnDownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said: dict[str, Any] = form.cleaned_data
        if said["answer"] == "no":
            seating.turn_down(key=key, by=request.user, reason=said["reason"])
            messages.success(request, _("Thank you for the answer. You can always ask for a seat."))
        else:
            seating.take_seat(key=key, by=request.user)
            messages.success(request, _("You sit at the table. Say first what you need, and why."))
        return redirect(negotiation)
    facts = {"seat": offered, "party": offered.party, "negotiation": negotiation, "form": form}
    return render(request, "negotiations/seat.html", facts)


@require_safe
@signed_in
def behind(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show the mediator, and nobody else, who is behind each pseudonym; each look is noted."""
    negotiation = the_negotiation(request, slug)
    if not may_see_behind(request.user, negotiation):
        raise NotTheMediator
    found = Behind.objects.filter(spokesperson__party__negotiation=negotiation)
    rows = list(found.select_related("spokesperson__party").order_by("pk"))
    for each in rows:
        if each.spokesperson.person_id is not None:
            seen(request, "negotiations.behind", about=each.spokesperson.person)
    if not rows or all(each.spokesperson.person_id is None for each in rows):
        seen(request, "negotiations.behind")
    return render(request, "negotiations/behind.html", {"negotiation": negotiation, "rows": rows})


@signed_in
def leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """Leave the table, say why and what stays open."""
    party = the_party(request, pk)
    if not may_speak_at(request.user, party):
        raise NotYourSeat
    return asked(
        request,
        about=party.negotiation.matter,
        form=LeaveForm(posted(request)),
        asking=Asking(
            title=_("“%(party)s” leaves the table") % {"party": party.name},
            lead=_("What you said and promised stays on record. You can come back."),
            submit=_("Leave the table"),
            thanks=_("It is on record that your party has left."),
        ),
        act=lambda said: seating.leave(party=party, by=request.user, **said),
        to=party.negotiation.get_absolute_url(),
    )
