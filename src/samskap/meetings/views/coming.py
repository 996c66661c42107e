"""Pages of coming: come, wait, stay away, and what people need to be able to come."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.meetings.actions import coming as actions
from samskap.meetings.actions.line import wait_for_place
from samskap.meetings.errors.coming import NotComing
from samskap.meetings.forms.coming import NeedsForm
from samskap.meetings.models import around
from samskap.meetings.queries.arrangements import counted, needs_of, own_needs
from samskap.meetings.queries.events import stands_of
from samskap.meetings.queries.taking_part import is_by_name
from samskap.meetings.views.finding import held_event, the_event
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
@require_POST
def come(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that one is coming."""
    found = the_event(request, pk)
    count(request, "post")
    actions.come(event=found, by=request.user)
    if is_by_name(found):
        words = _("You are coming. Others see only the number; those who hold it see your name.")
    else:
        words = _("You are coming. Only the number is shown, never your name.")
    messages.success(request, words)
    return redirect(found)


@signed_in
@require_POST
def wait(request: SignedInRequest, pk: int) -> HttpResponse:
    """Wait for a place."""
    found = the_event(request, pk)
    count(request, "post")
    wait_for_place(event=found, by=request.user)
    messages.success(request, _("You wait for a place. You hear when you have one."))
    return redirect(found)


@signed_in
@require_POST
def stay_away(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that one is not coming after all, or waits no longer."""
    found = the_event(request, pk)
    count(request, "post")
    actions.stay_away(event=found, by=request.user)
    messages.success(request, _("You are not coming. Thank you for saying so."))
    return redirect(found)


@signed_in
def needs(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what one needs to be able to come."""
    found = the_event(request, pk)
    if stands_of(request.user, found) == "away":
        raise NotComing
    form = NeedsForm(request.POST or None, said=own_needs(request.user, found))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.say_needs(event=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Thank you. Only those who hold it see what you need."))
        return redirect(found)
    page = {"event": found, "form": form, "around": around(found)}
    return render(request, "meetings/coming/needs.html", page)


@signed_in
@require_safe
def support(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show those who hold an event what people need there; who looks is written down."""
    found = held_event(request, pk)
    seen(request, "meetings.needs")
    supports = needs_of(found)
    page = {
        "event": found,
        "supports": supports,
        "counted": [{"label": offer.label, "value": n} for offer, n in counted(supports)],
        "children": sum(each.children or 0 for each in supports),
        "waiting": found.line.count(),
    }
    return render(request, "meetings/coming/support.html", page)
