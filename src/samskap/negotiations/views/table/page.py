"""The table: what the parties say, the options, the joint text, the promises."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from samskap.base.rates import count
from samskap.initiatives.clocks import running_of
from samskap.initiatives.queries.deadlines import deadlines_of
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.negotiations import cards
from samskap.negotiations.errors import NotYourSeat
from samskap.negotiations.forms.table import (
    AssentForm,
    CloseForm,
    JointTextForm,
    OptionForm,
    PledgeForm,
    PositionForm,
    WordsForm,
)
from samskap.negotiations.models import Negotiation, Party, Position
from samskap.negotiations.permissions import (
    may_map,
    may_set_up,
    may_sit_for,
)
from samskap.negotiations.queries.mapping import map_of
from samskap.negotiations.queries.negotiations import rules_for
from samskap.negotiations.queries.scarcity import scarcity_of
from samskap.negotiations.reading import Table, table_of
from samskap.negotiations.views.finding import (
    form_for,
    is_sent,
    pressed,
    the_negotiation,
)
from samskap.negotiations.views.table.pressing import PRESSES
from samskap.negotiations.views.table.saying import SAYS
from samskap.people.models import Person

State = Negotiation.State


def table(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show the table as its reader may read it, and take what those who sit there say."""
    negotiation = the_negotiation(request, slug)
    found = table_of(negotiation, request.user)
    shown = forms_at(request, found)
    if request.method == "POST":
        by = request.user
        if not isinstance(by, Person):
            raise NotYourSeat
        for name, form in shown.items():
            if is_sent(form):
                count(request, "post")
                thanks = SAYS[name](found, by, form)
                messages.success(request, thanks)
                return redirect(f"{negotiation.get_absolute_url()}#{name}")
        what, key = pressed(request)
        if what in PRESSES:
            count(request, "post")
            messages.success(request, PRESSES[what](negotiation, by, key))
            return redirect(negotiation)
    return render(request, "negotiations/table.html", facts_of(request, found, shown))


def facts_of(request: MunicipalityRequest, found: Table, shown: dict[str, Any]) -> dict[str, Any]:
    """Everything that the page of a table shows."""
    negotiation = found.negotiation
    charted = map_of(negotiation)
    scarcity = scarcity_of(negotiation.initiative)
    by = request.user
    offered = (
        [
            party
            for party in charted.parties
            if party.organisation_id and not party.is_seated and may_sit_for(by, party)
        ]
        if isinstance(by, Person)
        else []
    )
    return {
        "negotiation": negotiation,
        "initiative": negotiation.initiative,
        "document": negotiation.document,
        "edition": found.edition,
        "mine": found.mine,
        "leads": found.leads,
        "sets_up": may_set_up(by, negotiation),
        "is_read": found.is_read,
        "parties": cards.party_cards(found),
        "gone": cards.gone_rows(found),
        "options": cards.option_rows(found),
        "assents": cards.assent_rows(found),
        "pledges": cards.pledge_rows(found),
        "meetings": cards.meeting_rows(charted),
        "numbers": cards.table_numbers(found, charted),
        "clocks": running_of(deadlines_of(negotiation.initiative)),
        "scarcity": scarcity,
        "plans": cards.plan_rows(scarcity),
        "asks": negotiation.is_running
        and not (found.mine or found.leads or may_map(by, negotiation)),
        "silent": charted.silent if found.leads else [],
        "offered": offered,
        "forms": shown,
        "now": cards.asked_now(found),
        "stages": cards.stages(negotiation),
        "may_open": found.leads and negotiation.state == State.MAPPING,
        "may_agree": found.leads and negotiation.state == State.TABLE and found.all_say_yes,
    }


def forms_at(request: MunicipalityRequest, found: Table) -> dict[str, Any]:
    """The forms that the reader may fill in."""
    negotiation, parties = found.negotiation, found.speaks_for
    if not negotiation.is_running:
        return {}
    forms: dict[str, Any] = {}
    if parties:
        plain = {"parties": parties}
        interests = [
            each
            for party in found.parties
            for each in with_party(found.positions.get(party.pk, []), party)
            if each.kind == Position.Kind.INTEREST
        ]
        forms["position"] = form_for(request, "position", PositionForm, **plain)
        forms["option"] = form_for(request, "option", OptionForm, interests=interests, **plain)
        forms["pledge"] = form_for(request, "pledge", PledgeForm, **plain)
        if negotiation.document is not None and negotiation.document.is_open:
            forms["words"] = form_for(request, "words", WordsForm, **plain)
        if found.edition:
            forms["assent"] = form_for(request, "assent", AssentForm, **plain)
    if found.leads and negotiation.document is None:
        rules = rules_for(negotiation.initiative)
        forms["text"] = form_for(request, "text", JointTextForm, rules=rules)
    if found.leads:
        forms["over"] = form_for(request, "over", CloseForm)
    return forms


def with_party(positions: list[Position], party: Party) -> list[Position]:
    """Let positions know their party without asking for it."""
    for each in positions:
        each.party = party
    return positions
