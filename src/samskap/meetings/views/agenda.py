"""Pages of the agenda: read and print it, propose an item, answer a proposal, put it in order."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.meetings import cards
from samskap.meetings.actions import agenda as actions
from samskap.meetings.errors.events import NotYoursToHold
from samskap.meetings.forms.agenda import ItemForm, SettleForm
from samskap.meetings.models import AgendaItem, Event, around
from samskap.meetings.permissions import may_hold, may_take_part
from samskap.meetings.queries.agenda import agenda_of
from samskap.meetings.views.finding import hand_named, held_event, the_event
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


def agenda(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show the agenda to all; whoever takes part proposes an item."""
    found = the_event(request, pk)
    if request.method == "POST":
        return propose(request, pk)
    return shown(request, found, form_for(request, found))


@signed_in
def propose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Propose an item."""
    found = the_event(request, pk)
    form = ItemForm(request.POST, by=request.user, municipality=request.municipality)
    if not form.is_valid():
        return shown(request, found, form)
    count(request, "post")
    said = form.cleaned_data
    actions.propose_item(
        event=found,
        hand=hand_named(request, said["hand"]),
        title=said["title"],
        why=said["why"],
        minutes=said["minutes"],
        language=get_language() or found.language,
        public_id=said["public_id"],
    )
    if may_hold(request.user, found):
        messages.success(request, _("It is on the agenda."))
    else:
        messages.success(request, _("Thank you! You hear whether it comes on the agenda."))
    return redirect("meetings:agenda", pk)


def form_for(request: MunicipalityRequest, found: Event) -> ItemForm | None:
    """An empty form for whoever may propose something, as long as it is of use."""
    if found.is_over or found.is_cancelled or not isinstance(request.user, Person):
        return None
    if not may_take_part(request.user, found):
        return None
    return ItemForm(
        by=request.user, municipality=request.municipality, initial={"public_id": uuid4()}
    )


def shown(request: MunicipalityRequest, found: Event, form: ItemForm | None) -> HttpResponse:
    """The page of an agenda."""
    holds = may_hold(request.user, found)
    page = {
        "event": found,
        "around": around(found),
        "facts": cards.facts_of(found),
        "agenda": agenda_of(found),
        "form": form,
        "may_change": holds and not found.is_over and not found.is_cancelled,
    }
    return render(request, "meetings/agenda/agenda.html", page)


def the_item(request: SignedInRequest, pk: int) -> AgendaItem:
    """The item at an address, for those who hold its event."""
    rows = AgendaItem.objects.of(request.municipality).select_related(
        "event__initiative__municipality", "event__giver", "event__municipality", "proposed_by"
    )
    item: AgendaItem = get_object_or_404(rows, pk=pk)
    if not may_hold(request.user, item.event):
        raise NotYoursToHold
    return item


@signed_in
def settle_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a proposal in, or say why not this time."""
    item = the_item(request, pk)
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.settle_item(
            item=item,
            by=request.user,
            is_taken_in=form.cleaned_data["answer"] == "yes",
            because=form.cleaned_data["because"],
        )
        messages.success(request, _("Whoever proposed it hears your answer."))
        return redirect("meetings:agenda", item.event_id)
    return render(request, "meetings/agenda/settle.html", {"item": item, "form": form})


@signed_in
@require_POST
def move_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put an item before the one that stands before it."""
    item = the_item(request, pk)
    count(request, "post")
    actions.move_item_up(item=item, by=request.user)
    return redirect("meetings:agenda", item.event_id)


@signed_in
@require_POST
def send_notice(request: SignedInRequest, pk: int) -> HttpResponse:
    """Send the notice of meeting with the agenda."""
    found = held_event(request, pk)
    count(request, "post")
    told = actions.send_notice(event=found, by=request.user)
    words = ngettext(
        "{n} person is called to the meeting.", "{n} people are called to the meeting.", told
    )
    messages.success(request, words.format(n=told))
    return redirect("meetings:agenda", pk)
