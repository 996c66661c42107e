"""Bringing in a file, step by step."""

import csv
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.intake import Intake
from samskap.base.keyset import page_for
from samskap.base.open_data import Echo
from samskap.base.rates import count
from samskap.base.refusals import Refusal
from samskap.base.seen import seen
from samskap.imports import queries
from samskap.imports.actions import bringing
from samskap.imports.errors import NotAtThisStep, NotYoursToImport
from samskap.imports.forms import FileForm, MappingForm
from samskap.imports.intakes import all_intakes, intakes_for, may_bring
from samskap.imports.models import File, Line
from samskap.imports.reading import safe
from samskap.people.decorators import SignedInRequest, signed_in

SHOWN = 3  # rows beside the columns


@signed_in
def overview(request: SignedInRequest) -> HttpResponse:
    """List what can be brought in, and what was."""
    intakes = intakes_for(request.user, request.municipality)
    if not intakes:
        raise NotYoursToImport
    found = queries.files_of(request.municipality, [intake.key for intake in intakes])
    facts = {
        "intakes": intakes,
        "page": page_for(request, found, order=queries.NEWEST),
        "titles": {intake.key: intake.title for intake in intakes},
    }
    return render(request, "imports/overview.html", facts)


def intake_of(request: SignedInRequest, kind: str) -> Intake:
    """What an address names; refuses whoever may not bring it in."""
    intake = all_intakes().get(kind)
    if intake is None:
        raise Http404
    if not may_bring(request.user, request.municipality, intake):
        raise NotYoursToImport
    return intake


def file_at(request: SignedInRequest, pk: int) -> tuple[File, Intake]:
    """The file that an address names, for those who may bring in such files."""
    found = File.objects.of(request.municipality).select_related("municipality", "by")
    file: File = get_object_or_404(found, pk=pk)
    return file, intake_of(request, file.kind)


@signed_in
def bring(request: SignedInRequest, kind: str) -> HttpResponse:
    """Ask for a file and what is true of all its rows."""
    intake = intake_of(request, kind)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*posted)
    about: forms.Form | None = None
    if intake.form:
        about = import_string(intake.form)(*posted[:1], municipality=request.municipality)
    if request.method == "POST" and all(each.is_valid() for each in (form, about) if each):
        count(request, "post")
        sent = form.cleaned_data["file"]
        try:
            file = bringing.bring(
                municipality=request.municipality,
                by=request.user,
                kind=kind,
                name=sent.name,
                content=sent.read(),
                about=about.cleaned_data if about else {},
            )
        except Refusal as no:  # said at the field, so that what was typed stays
            form.add_error("file", str(no))
        else:
            return redirect("imports:columns", file.pk)
    facts = {"intake": intake, "form": form, "about": about}
    return render(request, "imports/bring.html", facts)


@signed_in
def columns(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask what stands in which column; then rehearse."""
    file, intake = file_at(request, pk)
    if file.state not in (File.State.READ, File.State.REHEARSED):
        raise NotAtThisStep
    form = MappingForm(request.POST or None, file=file, intake=intake)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        bringing.rehearse(file=file, by=request.user, mapping=form.places)
        return redirect(file)
    facts = {
        "file": file,
        "intake": intake,
        "form": form,
        "lines": file.lines.order_by("number")[:SHOWN],
    }
    return render(request, "imports/columns.html", facts)


@signed_in
def file(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what becomes of each row, and the way on."""
    found, intake = file_at(request, pk)
    seen(request, "imports.file")
    if found.state == File.State.READ:
        return redirect("imports:columns", found.pk)
    fate = request.GET.get("fate", "")
    counts = queries.counts_of(found)
    lines = page_for(request, queries.lines_of(found, fate), order=("number",), size=50)
    places = sorted(set(found.mapping.values()))
    facts: dict[str, Any] = {
        "file": found,
        "intake": intake,
        "fate": fate,
        "counts": [(each, counts[each]) for each in Line.Fate if counts.get(each)],
        "fresh": counts.get(Line.Fate.NEW, 0),
        "wrong": counts.get(Line.Fate.WRONG, 0),
        "page": lines,
        "headings": [found.headings[place] for place in places],
        "lines": [(line, [line.values[at] for at in places if line.cells]) for line in lines.items],
        "undo_days": bringing.UNDO_WITHIN.days,
    }
    return render(request, "imports/file.html", facts)


@signed_in
@require_POST
def take(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take in what is new."""
    found, _intake = file_at(request, pk)
    count(request, "post")
    bringing.take_in(file=found, by=request.user)
    messages.success(request, _("It is being taken in. You can leave this page meanwhile."))
    return redirect(found)


@signed_in
@require_POST
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take away again what was made of a file."""
    found, _intake = file_at(request, pk)
    count(request, "post")
    bringing.undo(file=found, by=request.user)
    messages.success(request, _("It is being undone. What others have built on stays."))
    return redirect(found)


@signed_in
@require_POST
def let_go(request: SignedInRequest, pk: int) -> HttpResponse:
    """Forget a file that was not taken in."""
    found, _intake = file_at(request, pk)
    bringing.let_go(file=found, by=request.user)
    messages.success(request, _("The file is forgotten, with all its rows."))
    return redirect("imports:settings")


@signed_in
def report(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give every row with what became of it, as a table for a spreadsheet."""
    found, _intake = file_at(request, pk)
    seen(request, "imports.file")
    writer = csv.writer(Echo(), delimiter=found.delimiter)
    heading = [_("Row"), _("What became of it"), _("Why"), *found.headings]
    words = {fate.value: str(fate.label) for fate in Line.Fate}

    def rows() -> Iterator[str]:
        """Write the lines, a few at a time."""
        yield "\ufeff" + writer.writerow(map(safe, heading))
        for line in queries.lines_of(found, "").order_by("number").iterator(chunk_size=500):
            told = [str(line.number), words[line.fate], line.says, *line.values]
            yield writer.writerow(map(safe, told))

    response = HttpResponse(rows(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="import-{found.pk}.csv"'
    return response
