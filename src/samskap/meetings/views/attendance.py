"""Pages of who came: ticked by name, and by paper cards that name nobody."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.meetings import carding
from samskap.meetings.actions.attendance import name_secretary, note_who_came, type_in_cards
from samskap.meetings.errors.events import EventIsCalledOff, NotYet
from samskap.meetings.expecting import guests_expected
from samskap.meetings.forms.attendance import CardsForm, WhoCameForm
from samskap.meetings.models import Event
from samskap.meetings.permissions import may_hold
from samskap.meetings.queries.taking_part import expected_at
from samskap.meetings.views.finding import kept_event
from samskap.people.decorators import SignedInRequest, signed_in


def begun(request: SignedInRequest, pk: int) -> Event:
    """The event at an address, for those who keep its minutes, once it has begun."""
    found = kept_event(request, pk)
    if found.is_cancelled:
        raise EventIsCalledOff
    if found.starts_at > timezone.now():
        raise NotYet
    return found


@signed_in
def attendance(request: SignedInRequest, pk: int) -> HttpResponse:
    """Tick who of those expected came, and say who writes the minutes."""
    found = begun(request, pk)
    may_name = may_hold(request.user, found)
    form = WhoCameForm(
        request.POST or None,
        event=found,
        people=expected_at(found),
        guests=guests_expected(found),
        may_name=may_name,
    )
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        note_who_came(event=found, by=request.user, came=form.keys, guests_came=form.guest_keys)
        if may_name:
            name_secretary(event=found, by=request.user, secretary=form.named)
        messages.success(request, _("It is written down. Nobody else sees who came."))
        return redirect("meetings:minutes", found.pk)
    return render(request, "meetings/attendance/who_came.html", {"event": found, "form": form})


@signed_in
def cards(request: SignedInRequest, pk: int) -> HttpResponse:
    """Type in what the paper cards say."""
    found = begun(request, pk)
    sheet = getattr(found, "card_sheet", None)
    typed = set(sheet.counts.get("age", ())) if sheet else set()
    seven_ages = request.GET.get("ages") == "seven" or bool(typed & set(carding.SEVEN_AGES))
    form = CardsForm(
        request.POST or None,
        sheet=sheet,
        groups=carding.groups_of(request.municipality, seven_ages=seven_ages),
    )
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        type_in_cards(
            event=found,
            by=request.user,
            cards=form.cleaned_data["cards"],
            first_time=form.cleaned_data["first_time"],
            counts=form.counts,
        )
        messages.success(
            request, _("Thank you. Groups so small that one could be known are hidden.")
        )
        return redirect(found)
    page = {"event": found, "form": form, "seven_ages": seven_ages}
    return render(request, "meetings/attendance/cards.html", page)
