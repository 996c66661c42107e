"""One group on the map: asking it, who speaks for it, what the map says."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.ledger.models import Channel
from samskap.negotiations import cards
from samskap.negotiations.actions import asking, seating
from samskap.negotiations.actions import mapping as actions
from samskap.negotiations.errors import NotYoursToMap
from samskap.negotiations.forms.mapping import (
    ChangePartyForm,
    InviteForm,
    SeatForm,
)
from samskap.negotiations.models import Party
from samskap.negotiations.permissions import may_lead, may_map
from samskap.negotiations.views.finding import (
    area_of,
    form_for,
    is_sent,
    pressed,
    the_party,
)
from samskap.negotiations.views.places import answer
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def party(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep one group: what the map says of it, asking it, and who speaks for it."""
    found = the_party(request, pk)
    leads = may_lead(request.user, found.negotiation)
    if found.asks_for_place:
        if not leads:
            raise Http404
        return answer(request, found)
    if not may_map(request.user, found.negotiation):
        raise NotYoursToMap
    shown = {
        "invite": form_for(request, "invite", InviteForm),
        "seat": form_for(request, "seat", SeatForm) if leads else None,
        "change": form_for(request, "change", ChangePartyForm, party=found),
    }
    waits = asking.seat_asked_for(found) is not None and leads
    if pressed(request)[0] == "seat_them":
        count(request, "post")
        asking.answer_place(party=found, by=request.user, says=asking.Answer.SEAT)
        messages.success(request, _("They have a seat at the table, and get a message."))
        return redirect("negotiations:party", found.pk)
    if pressed(request)[0] == "take_off":
        count(request, "post")
        actions.take_off(party=found, by=request.user)
        messages.success(request, _("The group is off the map."))
        return redirect("negotiations:map", found.negotiation.initiative.slug)
    for name, form in shown.items():
        if is_sent(form):
            count(request, "post")
            keep(name, found, form, request)
            return redirect("negotiations:party", found.pk)
    facts = {
        "party": found,
        "negotiation": found.negotiation,
        "forms": shown,
        "seats": cards.seat_rows(found.spokespersons.select_related("person")),
        "facts": cards.party_facts(found),
        "can_go": not (found.invited_on or found.came_on),
        "waits": waits and found.negotiation.is_running,
    }
    return render(request, "negotiations/party.html", facts)


def keep(name: str, party: Party, form: Any, request: SignedInRequest) -> None:
    """Do what one of the forms says."""
    said, by = form.cleaned_data, request.user
    if name == "invite":
        actions.invite(party=party, by=by, how=said["how"], on=said["on"])
        messages.success(request, _("It is written down that they were asked."))
    elif name == "change":
        words = {key: said[key] for key in CHANGED if key in said}
        area = area_of(request, said["area"])
        actions.change_party(party=party, by=by, area=area, **words, **form.said_marks)
        messages.success(request, _("The map is changed."))
    elif said["channel"] == Channel.WEB:
        link = request.build_absolute_uri(reverse("negotiations:seat", args=["KEY"]))
        plain = {each: said[each] for each in SEAT if each != "channel"}
        key = seating.invite_to_seat(party=party, by=by, email=said["email"], link=link, **plain)
        messages.success(
            request,
            _("Give this address to whoever takes the seat; it is shown only now: %(link)s")
            % {"link": link.replace("KEY", key)},
        )
    else:
        seating.seat(party=party, by=by, **{each: said[each] for each in SEAT})
        messages.success(request, _("They sit at the table; you write for them."))


CHANGED = ("name", "sort", "came_on", "missing_because")
SEAT = ("channel", "called", "is_hidden", "behind", "reach", "why")
