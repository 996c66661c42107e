"""One option, and what each party says of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.negotiations import cards
from samskap.negotiations.actions import talking
from samskap.negotiations.forms.table import (
    StanceForm,
)
from samskap.negotiations.models import Option
from samskap.negotiations.permissions import (
    may_lead,
    may_read_table,
    may_speak_at,
    parties_spoken_for,
)
from samskap.negotiations.reading import options_at, table_of
from samskap.negotiations.views.finding import (
    form_for,
    is_sent,
    pressed,
    the_option,
)
from samskap.people.models import Person


def option(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one option, what each party says of it, and take what the reader’s party says."""
    found = the_option(request, pk)
    negotiation = found.negotiation
    by = request.user
    mine = parties_spoken_for(by, negotiation)
    if not may_read_table(by, negotiation, mine):
        raise Http404
    at = table_of(negotiation, by)
    speaks = at.speaks_for if negotiation.is_running and found.withdrawn_at is None else []
    form = form_for(request, "stance", StanceForm, parties=speaks) if speaks else None
    if isinstance(by, Person) and request.method == "POST":
        if form is not None and is_sent(form):
            count(request, "post")
            said = form.cleaned_data
            talking.say(
                option=found, party=form.party, by=by, says=said["says"], reason=said["reason"]
            )
            messages.success(request, _("Your party’s word is noted. You can change it."))
            return redirect("negotiations:option", found.pk)
        if pressed(request)[0] == "take_off":
            count(request, "post")
            talking.withdraw_option(option=found, by=by)
            messages.success(request, _("The option is off the table."))
            return redirect(negotiation)
    readable = {each.pk for rows in at.positions.values() for each in rows}
    facts = {
        "option": found,
        "negotiation": negotiation,
        "form": form,
        "stances": cards.stance_rows(found, at),
        "chart": cards.stance_chart(found, at),
        "meets": [each for each in found.meets.select_related("party") if each.pk in readable],
        "can_go": found.withdrawn_at is None and can_take_off(by, found),
        "others": [each for each in options_at(negotiation) if each.pk != found.pk][:6],
    }
    return render(request, "negotiations/option.html", facts)


def can_take_off(by: Any, option: Option) -> bool:
    """Whether whoever reads may take an option off the table."""
    if option.party is None:
        return may_lead(by, option.negotiation)
    option.party.negotiation = option.negotiation
    return may_speak_at(by, option.party)
