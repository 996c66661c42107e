"""Asking for a place on the map for oneself, and the answer to it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.base.addresses import address
from samskap.base.rates import count
from samskap.design.asking import Asking, asked, posted
from samskap.negotiations import cards
from samskap.negotiations.actions import asking
from samskap.negotiations.forms.asking import AnswerForm, PlaceForm
from samskap.negotiations.models import Negotiation, Party
from samskap.negotiations.queries.seats import own_seat
from samskap.negotiations.reading import needs_of
from samskap.negotiations.views.finding import (
    pressed,
)
from samskap.people.decorators import SignedInRequest


def ask_for_place(request: SignedInRequest, negotiation: Negotiation) -> HttpResponse:
    """Ask for a place on the map for oneself, or take oneself off it again."""
    here = address("negotiations:map", negotiation.initiative.slug)
    if pressed(request)[0] == "take_back":
        count(request, "post")
        asking.take_back(negotiation=negotiation, by=request.user)
        messages.success(request, _("You are off the map, and what you said is gone."))
        return redirect(here)
    if own_seat(negotiation, request.user) is not None:  # the map says how it stands
        return redirect(here)
    form = PlaceForm(posted(request), initial={"name": request.user.shown_name})
    return asked(
        request,
        about=negotiation.matter,
        form=form,
        asking=Asking(
            title=_("Ask for a place on the map"),
            lead=_(
                "You need no organisation to have a say. Tell what you have to do with it; the"
                " mediator answers, and can give you a seat at the table."
            ),
            submit=_("Ask for a place"),
            thanks=_("Thank you. The mediator says yes or no, and you get a message."),
        ),
        act=lambda _said: asking.ask_for_place(
            negotiation=negotiation, by=request.user, **form.said
        ),
        to=here,
    )


def answer(request: SignedInRequest, party: Party) -> HttpResponse:
    """Say yes or no to somebody who asks for a place on the map."""
    negotiation = party.negotiation
    form = AnswerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        asking.answer_place(party=party, by=request.user, says=said["answer"], reason=said["why"])
        messages.success(request, _("You have answered. Whoever asked gets a message."))
        return redirect("negotiations:map", negotiation.initiative.slug)
    facts = {
        "party": party,
        "negotiation": negotiation,
        "form": form,
        "needs": needs_of(negotiation, request.user).get(party.pk, []),
        "facts": cards.asking_facts(party),
        "seat": asking.seat_asked_for(party),
    }
    return render(request, "negotiations/asking.html", facts)
