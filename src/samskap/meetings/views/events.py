"""Pages of events: what happens, one event, holding it, and what came out of it."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.calendars import written
from samskap.base.rates import count
from samskap.initiatives.models import Initiative
from samskap.meetings import cards
from samskap.meetings.actions import events as actions
from samskap.meetings.actions.line import places_taken
from samskap.meetings.errors.events import EventIsCalledOff, NothingMoreHere, NotYet
from samskap.meetings.forms.events import (
    AnnounceForm,
    CallOffForm,
    EventForm,
    HowItWasForm,
    IdeaForm,
)
from samskap.meetings.models import around
from samskap.meetings.permissions import may_announce, may_hold, may_keep_minutes
from samskap.meetings.queries import events as queries
from samskap.meetings.queries.arrangements import own_needs
from samskap.meetings.queries.calendar import entry_of
from samskap.meetings.queries.taking_part import is_by_name
from samskap.meetings.views.finding import hand_named, held_event, the_event
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.queries import address_of
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


@require_safe
def event(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one event: what happens, who is coming in numbers, and what came out of it."""
    found = the_event(request, pk)
    reader = request.user if isinstance(request.user, Person) else None
    coming = places_taken(found)
    stands = queries.stands_of(reader, found)
    holds = may_hold(request.user, found)
    arranged = around(found)
    sees_link = holds or stands == "coming" or not arranged.hides_link
    facts = {
        "event": found,
        "initiative": found.initiative,
        "around": arranged,
        "facts": cards.facts_of(found, link=arranged.online_url if sees_link else ""),
        "link_is_hidden": bool(arranged.online_url) and not sees_link,
        "coming": cards.coming_in_words(found, coming),
        "stands": stands,
        "is_signed_in": reader is not None,
        "by_name": is_by_name(found),
        "before": queries.before_in_line(reader, found) if reader and stands == "waiting" else 0,
        "own_needs": own_needs(request.user, found) if stands != "away" else None,
        "is_full": found.capacity is not None and coming >= found.capacity,
        "holds": holds,
        "keeps_minutes": may_keep_minutes(request.user, found),
        "has_begun": found.starts_at <= timezone.now(),
        "brought": [given.standing for given in queries.brought_out_of(found)],
        "grown_from": found.grown_from.standing if found.grown_from else None,
    }
    if sheet := getattr(found, "card_sheet", None):
        facts["cards_say"] = cards.cards_in_words(sheet)
        facts["card_groups"] = cards.groups_of_cards(sheet)
    return render(request, "meetings/event.html", facts)


@require_safe
def calendar(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Give one event as a file that calendars read."""
    found = the_event(request, pk)
    arranged = around(found)
    entry = entry_of(
        found,
        address_of(request.municipality),
        link="" if arranged.hides_link else arranged.online_url,
    )
    zone = request.municipality.preset.time_zone
    answer = HttpResponse(
        written(name=found.title, zone=zone, entries=[entry]),
        content_type="text/calendar; charset=utf-8",
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="event-{found.pk}.ics"'
    return answer


@signed_in
def announce(request: SignedInRequest, slug: str) -> HttpResponse:
    """Announce an event of an initiative."""
    rows = Initiative.objects.of(request.municipality).select_related("account", "municipality")
    initiative: Initiative = get_object_or_404(rows, slug=slug)
    if not may_announce(request.user, initiative):
        raise NothingMoreHere(initiative=initiative.title)
    form = AnnounceForm(
        request.POST or None,
        initiative=initiative,
        by=request.user,
        municipality=request.municipality,
        initial={"public_id": uuid4()},
    )
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        made = actions.announce(
            initiative=initiative,
            hand=hand_named(request, said["hand"]),
            public_id=said["public_id"],
            grown_from=said.get("grown_from"),
            **form.facts,
        )
        messages.success(request, _("It is announced. Tell people about it!"))
        return redirect(made)
    return render(request, "meetings/announce.html", {"initiative": initiative, "form": form})


@signed_in
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what an event says of itself."""
    found = held_event(request, pk)
    if found.is_cancelled:
        raise EventIsCalledOff
    form = EventForm(request.POST or None, instance=found, initiative=found.initiative)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.change_event(event=found, by=request.user, **form.facts)
        messages.success(request, _("It is changed."))
        return redirect(found)
    return render(request, "meetings/edit.html", {"event": found, "form": form})


@signed_in
def call_off(request: SignedInRequest, pk: int) -> HttpResponse:
    """Call an event off, and say why."""
    found = held_event(request, pk)
    form = CallOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.call_off(event=found, by=request.user, because=form.cleaned_data["because"])
        messages.success(request, _("It is called off, and everybody who is coming hears why."))
        return redirect(found)
    return render(request, "meetings/call_off.html", {"event": found, "form": form})


@signed_in
def how_it_was(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say how many came, and what it changed."""
    found = held_event(request, pk)
    if found.is_cancelled:
        raise EventIsCalledOff
    if request.method == "GET" and not found.is_over:
        raise NotYet
    form = HowItWasForm(request.POST or None, event=found)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        actions.tell_how_it_was(
            event=found,
            by=request.user,
            came=said["came"],
            came_new=said["came_new"],
            changed=said["changed"],
            hours=said.get("hours") or 0,
        )
        messages.success(request, _("Thank you! Now everybody can see what it came to."))
        return redirect(found)
    return render(request, "meetings/how_it_was.html", {"event": found, "form": form})


@signed_in
def idea(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the initiative an idea that came up at an event."""
    found = the_event(request, pk)
    if not found.initiative.is_open:
        raise NothingMoreHere(initiative=found.initiative.title)
    form = IdeaForm(request.POST or None, by=request.user, municipality=request.municipality)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        given = actions.bring_idea(
            event=found,
            hand=hand_named(request, said["hand"]),
            title=said["title"],
            text=said["text"],
            language=get_language() or found.language,
        )
        messages.success(request, _("Thank you! You will hear what becomes of it."))
        return redirect(given.standing.path)
    return render(request, "meetings/idea.html", {"event": found, "form": form})
