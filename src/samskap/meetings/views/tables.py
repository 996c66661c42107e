"""Pages of tables: what became of their notes, writing at one, keeping one, how it was run."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samskap.base.rates import count
from samskap.meetings import cards_tables as cards
from samskap.meetings.actions.notes import say_the_same, set_aside, turn_into_contribution
from samskap.meetings.actions.running import tell_how_it_was_run
from samskap.meetings.actions.tables import (
    describe_table,
    host_table,
    put_up_tables,
    takes_notes,
    type_in_notes,
    write_note,
)
from samskap.meetings.errors.events import NotYoursToHold
from samskap.meetings.errors.tables import NoteIsSettled, NotYoursToSettle
from samskap.meetings.forms.tables import (
    NoteForm,
    PutUpForm,
    RunningForm,
    SettleForm,
    SheetForm,
    TableForm,
)
from samskap.meetings.models import Note, Running, Table
from samskap.meetings.permissions import may_hold, may_settle
from samskap.meetings.queries.tables import note_in, table_in, tables_of
from samskap.meetings.views.finding import held_event, the_event
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.queries import address_of
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person
from samskap.people.totp import picture

LATEST = 20  # notes that a table’s own page shows


@require_safe
def tables(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show the tables of an event, and what became of what was written at each."""
    event = the_event(request, pk)
    shown = [cards.table_card(table) for table in tables_of(event)]
    holds = may_hold(request.user, event)
    facts = {
        "event": event,
        "tables": shown,
        "summed_up": cards.summed_up(shown),
        "running": cards.running_facts(Running.objects.filter(event=event).first()),
        "holds": holds,
        "settles": may_settle(request.user, event.initiative),
        "form": PutUpForm() if holds and not event.is_cancelled else None,
    }
    return render(request, "meetings/tables/tables.html", facts)


@signed_in
@require_POST
def put_up(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put up tables."""
    event = held_event(request, pk)
    form = PutUpForm(request.POST)
    if form.is_valid():
        count(request, "post")
        put_up_tables(event=event, by=request.user, tables=form.cleaned_data["tables"])
        messages.success(request, _("The tables stand. Each has an address to write at."))
    else:
        messages.error(request, _("Write how many tables there are, from 1 to 60."))
    return redirect("meetings:tables", event.pk)


@never_cache
def table(request: MunicipalityRequest, key: UUID) -> HttpResponse:
    """Take notes at a table from whoever has its address; no sign-in is needed."""
    found: Table = get_object_or_404(table_in(request.municipality), key=key)
    by = request.user if isinstance(request.user, Person) else None
    if by and "host" in request.POST:
        count(request, "post")
        host_table(table=found, by=by)
        messages.success(request, _("You host the table. Ask what others mean, and write it down."))
        return redirect("meetings:table", key)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        # Everybody at a workshop shares one line, and each table writes much within a few minutes.
        count(request, "post" if by else "notes_from_one_place")
        count(f"table {key}", "notes_at_one_table")
        write_note(table=found, by=by, language=get_language() or "", **form.cleaned_data)
        messages.success(request, _("It is noted. Write the next one, or pass the phone on."))
        return redirect("meetings:table", key)
    written = found.notes.order_by("-written_at", "-pk")
    facts: dict[str, Any] = {
        "table": found,
        "event": found.event,
        "form": form if takes_notes(found.event) and not found.event.is_cancelled else None,
        "notes": written[:LATEST],
        "in_all": written.count(),
        "may_host": by is not None and found.host_id != by.pk,
        "hosts": by is not None and found.host_id == by.pk,
    }
    answer = render(request, "meetings/tables/table.html", facts)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@signed_in
def keep_table(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say who sits at a table, and type in its notes from paper."""
    found: Table = get_object_or_404(table_in(request.municipality), pk=pk)
    if not may_hold(request.user, found.event):
        raise NotYoursToHold
    is_sheet = "lines" in request.POST
    sent = request.POST or None
    sheet = SheetForm(sent if is_sheet else None)
    about = TableForm(None if is_sheet else sent, instance=found)
    form = sheet if is_sheet else about
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        if is_sheet:
            language = get_language() or found.event.language
            type_in_notes(table=found, by=request.user, language=language, **said)
            messages.success(request, _("The notes are typed in. Go through them below."))
        else:
            describe_table(table=found, by=request.user, **said)
            messages.success(request, _("It is written down."))
        return redirect(found)
    address = address_of(request.municipality) + reverse("meetings:table", args=[found.key])
    facts = {
        "table": found,
        "event": found.event,
        "about": about,
        "sheet": sheet,
        "address": address,
        "picture": picture(address),
    }
    return render(request, "meetings/tables/keep.html", facts)


@signed_in
def settle(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go through one note: it becomes something, says the same as another, or is set aside."""
    note: Note = get_object_or_404(note_in(request.municipality), pk=pk)
    if not may_settle(request.user, note.initiative):
        raise NotYoursToSettle
    if not note.is_waiting:
        raise NoteIsSettled
    form = SettleForm(request.POST or None, note=note)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        become(note, request.user, form.cleaned_data)
        messages.success(
            request, _("It is gone through. Those who wrote it see what became of it.")
        )
        return redirect(note.table or note.initiative)
    return render(request, "meetings/tables/settle.html", {"note": note, "form": form})


def become(note: Note, by: Person, said: dict[str, Any]) -> None:
    """Do with a note what was chosen."""
    ways = SettleForm.Become
    if said["become"] == ways.SAME:
        say_the_same(note=note, other=said["other"], by=by)
    elif said["become"] == ways.ASIDE:
        set_aside(note=note, by=by, because=said["because"])
    else:
        turn_into_contribution(note=note, by=by)


@signed_in
def running(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say with which method an event was run, and what it took."""
    event = held_event(request, pk)
    known = Running.objects.filter(event=event).first()
    form = RunningForm(request.POST or None, instance=known)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        tell_how_it_was_run(event=event, by=request.user, **form.cleaned_data)
        messages.success(request, _("Thank you. Others learn from it."))
        return redirect("meetings:tables", event.pk)
    return render(request, "meetings/tables/running.html", {"event": event, "form": form})
