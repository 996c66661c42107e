"""The page of the floor: who speaks, who comes next, and the hands that are up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.meetings.actions import floor as actions
from samskap.meetings.errors.agenda import NotTakingPart
from samskap.meetings.errors.floor import NoSuchHand
from samskap.meetings.forms.floor import AddSpeakerForm
from samskap.meetings.models import Event
from samskap.meetings.permissions import may_hold, may_take_part
from samskap.meetings.queries.floor import floor_of
from samskap.meetings.views.finding import the_event
from samskap.people.decorators import SignedInRequest, signed_in

MOST_MINUTES = 600


@signed_in
def floor(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show who speaks and who wants to; put up a hand, and for those who lead: give the floor.

    The list is read anew every few seconds where there is script; without it, by the button.
    """
    found = the_event(request, pk)
    if not may_take_part(request.user, found):
        raise NotTakingPart
    form = AddSpeakerForm(request.POST if request.POST.get("act") == "add" else None)
    if request.method != "POST" or (form.is_bound and not form.is_valid()):
        return shown(request, found, form)
    count(request, "post")
    do(request, found, form)
    return redirect("meetings:floor", pk)


def do(request: SignedInRequest, found: Event, form: AddSpeakerForm) -> None:
    """Do what one button of the page says."""
    act, by = request.POST.get("act", ""), request.user
    if act == "up":
        actions.put_up_hand(event=found, by=by)
        messages.success(request, _("Your hand is up."))
    elif act == "down":
        actions.take_down_hand(event=found, by=by)
    elif act == "add":
        actions.add_speaker(event=found, by=by, label=form.cleaned_data["label"])
    elif act == "give":
        actions.give_floor(event=found, by=by, speaker=speaker_in(request))
    else:
        minutes = keys_in([request.POST.get("minutes", "")])
        actions.end_floor(
            event=found,
            by=by,
            speaker=speaker_in(request),
            minutes=min(minutes[0], MOST_MINUTES) if minutes else None,
        )


def speaker_in(request: SignedInRequest) -> int:
    """The key of the row that a button names. Refuses with NoSuchHand."""
    keys = keys_in([request.POST.get("speaker", "")])
    if not keys:
        raise NoSuchHand
    return keys[0]


def shown(request: SignedInRequest, found: Event, form: AddSpeakerForm) -> HttpResponse:
    """The page of the floor."""
    now = floor_of(found)
    mine = [speaker for speaker, _first in now.waiting if speaker.person_id == request.user.pk]
    page = {
        "event": found,
        "floor": now,
        "leads": may_hold(request.user, found),
        "is_on": actions.is_on(found),
        "hand_is_up": bool(mine),
        "form": form,
    }
    return render(request, "meetings/floor/floor.html", page)
