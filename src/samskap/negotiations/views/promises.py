"""Reviews: how each promise went, what all saw, and when to look again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.negotiations import cards
from samskap.negotiations.actions import pledging, reviewing
from samskap.negotiations.errors import NotYourSeat
from samskap.negotiations.forms.promises import MoveForm, ReviewForm, SettleForm
from samskap.negotiations.permissions import may_lead, parties_spoken_for
from samskap.negotiations.queries.promises import kept_of, pledges_at
from samskap.negotiations.views.finding import form_for, is_sent, the_negotiation
from samskap.people.models import Person


def reviews(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show every promise and review; take how a promise went and what all saw."""
    negotiation = the_negotiation(request, slug)
    by = request.user
    pledges = list(pledges_at(negotiation))
    leads = may_lead(by, negotiation)
    mine = {party.pk for party in parties_spoken_for(by, negotiation)}
    open_ones = [
        each for each in pledges if each.commitment.is_running and (leads or each.party_id in mine)
    ]
    past = list(negotiation.reviews.all())
    ahead = next((each for each in past if each.held_on is None), None)
    runs = negotiation.is_running
    shown = {
        "settle": form_for(request, "settle", SettleForm, pledges=open_ones)
        if open_ones and runs
        else None,
        "hold": form_for(request, "hold", ReviewForm) if leads and ahead and runs else None,
        "move": form_for(request, "move", MoveForm) if leads and ahead and runs else None,
    }
    if request.method == "POST":
        if not isinstance(by, Person) or not (leads or mine):
            raise NotYourSeat
        for name, form in shown.items():
            if form is not None and is_sent(form):
                count(request, "post")
                said = form.cleaned_data
                if name == "settle":
                    chosen = form.chosen
                    chosen.party.negotiation = negotiation
                    pledging.settle(
                        pledge=chosen, by=by, is_kept=said["is_kept"], says=said["says"]
                    )
                    messages.success(request, _("It is written down how the promise went."))
                elif name == "hold":
                    reviewing.hold_review(negotiation=negotiation, by=by, words=said["words"])
                    messages.success(request, _("The review stands. The next one is planned."))
                else:
                    reviewing.move_review(negotiation=negotiation, by=by, on=said["on"])
                    messages.success(request, _("The next review has another day."))
                return redirect("negotiations:reviews", slug)
    stands = kept_of(pledges)
    facts = {
        "negotiation": negotiation,
        "numbers": cards.promise_numbers(stands),
        "chart": cards.promise_chart(stands),
        "pledges": cards.promise_rows(pledges),
        "timeline": cards.review_lines(past),
        "ahead": ahead,
        "forms": shown,
    }
    return render(request, "negotiations/reviews.html", facts)
