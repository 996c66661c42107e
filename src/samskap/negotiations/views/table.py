"""The table: what the parties say, the options, the joint text, the promises."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.design.asking import Asking, asked, posted
from samskap.initiatives.clocks import running_of
from samskap.initiatives.queries.deadlines import deadlines_of
from samskap.ledger.models import Channel
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.negotiations import cards
from samskap.negotiations.actions import agreeing, pledging, seating, talking
from samskap.negotiations.errors import NotYourSeat
from samskap.negotiations.forms.table import (
    AssentForm,
    CloseForm,
    JointTextForm,
    LeaveForm,
    OptionForm,
    PledgeForm,
    PositionForm,
    StanceForm,
    WordsForm,
)
from samskap.negotiations.models import Negotiation, Option, Party, Pledge, Position
from samskap.negotiations.permissions import (
    may_lead,
    may_read_table,
    may_set_up,
    may_sit_for,
    may_speak_at,
    parties_spoken_for,
)
from samskap.negotiations.queries.mapping import map_of
from samskap.negotiations.queries.scarcity import scarcity_of
from samskap.negotiations.reading import Table, options_at, table_of
from samskap.negotiations.views.finding import (
    form_for,
    is_sent,
    pressed,
    the_negotiation,
    the_option,
    the_party,
)
from samskap.people.decorators import SignedInRequest, signed_in
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
        "silent": charted.silent if found.leads else [],
        "offered": offered,
        "forms": shown,
        "stages": cards.stages(negotiation),
        "may_open": found.leads and negotiation.state == State.MAPPING,
        "may_agree": found.leads and negotiation.state == State.TABLE and found.edition,
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
        forms["text"] = form_for(request, "text", JointTextForm)
    if found.leads:
        forms["over"] = form_for(request, "over", CloseForm)
    return forms


def with_party(positions: list[Position], party: Party) -> list[Position]:
    """Let positions know their party without asking for it."""
    for each in positions:
        each.party = party
    return positions


def channel_of(found: Table, party: Party) -> str:
    """How something comes in: what the mediator writes down for a party was said to them."""
    is_own = any(each.pk == party.pk for each in found.mine)
    return Channel.WEB if is_own else Channel.MEETING


def put_position(found: Table, by: Person, form: PositionForm) -> str:
    """Put what was filled in on the table."""
    said, party = form.cleaned_data, form.party
    talking.put_position(
        party=party,
        by=by,
        kind=said["kind"],
        text=said["position_text"],
        language=said["language"],
        readers=said["readers"],
        channel=channel_of(found, party),
    )
    return _("It lies on the table, for those you chose.")


def lay_option(found: Table, by: Person, form: OptionForm) -> str:
    """Lay the option that was filled in."""
    said, party = form.cleaned_data, form.party
    talking.lay_option(
        negotiation=found.negotiation,
        by=by,
        title=said["option_title"],
        text=said["option_text"],
        language=said["language"],
        party=party,
        meets=form.met,
        channel=channel_of(found, party),
    )
    return _("The option lies on the table. All parties are asked whether they can live with it.")


def pledge(found: Table, by: Person, form: PledgeForm) -> str:
    """Promise what was filled in."""
    said = form.cleaned_data
    pledging.pledge(party=form.party, by=by, what=said["promise_what"], due_on=said["due_on"])
    return _("It is offered. It counts once the mediator has said so for the table.")


def assent(found: Table, by: Person, form: AssentForm) -> str:
    """Say yes or no to the joint text."""
    said, party = form.cleaned_data, form.party
    agreeing.assent(
        party=party,
        by=by,
        says=said["assent_says"],
        reason=said["assent_reason"],
        channel=channel_of(found, party),
    )
    return _("Your party’s word stands under the joint text.")


def propose_words(found: Table, by: Person, form: WordsForm) -> str:
    """Propose the words that were filled in."""
    said, party = form.cleaned_data, form.party
    agreeing.propose_words(
        party=party,
        by=by,
        text=said["words"],
        reason=said["words_why"],
        channel=channel_of(found, party),
    )
    return _("Your words are proposed. Those who write the text answer, and say why.")


def open_text(found: Table, by: Person, form: JointTextForm) -> str:
    """Open the joint text."""
    title = form.cleaned_data["text_title"]
    agreeing.open_joint_text(negotiation=found.negotiation, by=by, title=title)
    return _("The joint text is open. Those at the table can write on it.")


def close(found: Table, by: Person, form: CloseForm) -> str:
    """End the negotiation."""
    reason = form.cleaned_data["over_because"]
    agreeing.close(negotiation=found.negotiation, by=by, reason=reason)
    return _("The negotiation is over. All that was said stays readable.")


SAYS: dict[str, Callable[[Table, Person, Any], str]] = {
    "position": put_position,
    "option": lay_option,
    "pledge": pledge,
    "assent": assent,
    "words": propose_words,
    "text": open_text,
    "over": close,
}


def press_open(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Begin to negotiate."""
    agreeing.open_table(negotiation=negotiation, by=by)
    return _("The table is open.")


def press_agree(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Say that all have agreed."""
    agreeing.agree(negotiation=negotiation, by=by)
    return _("All have agreed. The first review of the promises is planned.")


def press_sit(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Take the seat of an organisation."""
    party: Party = get_object_or_404(negotiation.parties, pk=key)
    party.negotiation = negotiation
    seating.sit_for(party=party, by=by)
    return _("You sit at the table. Say first what you need, and why.")


def press_withdraw(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Take a position back."""
    rows = Position.objects.filter(party__negotiation=negotiation, withdrawn_at=None)
    position: Position = get_object_or_404(rows.select_related("party", "contribution"), pk=key)
    position.party.negotiation = negotiation
    talking.withdraw_position(position=position, by=by)
    return _("It is taken back, and its words are gone.")


def press_show(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Let everybody read a position."""
    rows = Position.objects.filter(party__negotiation=negotiation, withdrawn_at=None)
    position: Position = get_object_or_404(rows.select_related("party", "contribution"), pk=key)
    position.party.negotiation = negotiation
    talking.open_position(position=position, by=by, readers=Position.Readers.ALL)
    return _("Everybody can read it now.")


def press_count_on(negotiation: Negotiation, by: Person, key: int | None) -> str:
    """Count on a promise."""
    rows = Pledge.objects.filter(party__negotiation=negotiation).select_related("party")
    made: Pledge = get_object_or_404(rows, pk=key)
    made.party.negotiation = negotiation
    pledging.count_on(pledge=made, by=by)
    return _("It is a promise that the table counts on.")


PRESSES: dict[str, Callable[[Negotiation, Person, int | None], str]] = {
    "open": press_open,
    "agree": press_agree,
    "sit": press_sit,
    "withdraw": press_withdraw,
    "show": press_show,
    "count_on": press_count_on,
}


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
