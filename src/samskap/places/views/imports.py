"""Where administrators import borders and population: a rehearsal first, always."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.municipalities.decorators import AdministratorRequest, for_administrators
from samskap.places import actions, queries
from samskap.places.actions import Change
from samskap.places.formats.maps import read_map, shapes_by_code
from samskap.places.formats.population import read_population
from samskap.places.forms import BordersFileForm, FileForm, KeepForm, PopulationFileForm
from samskap.places.rehearsals import counts_as_rows, pack, rows_as_counts, unpack
from samskap.places.views.setting_up import crumbs_to

BORDERS, POPULATION = "borders", "population"
Kept = dict[str, Any]


@for_administrators
def borders(request: AdministratorRequest) -> HttpResponse:
    """Rehearse a file of borders, and keep it when the administrator says so."""

    def read(form: FileForm) -> tuple[Kept, set[str]]:
        """Read the borders of the areas here, and every code that the file has."""
        facts = form.cleaned_data
        shapes = shapes_by_code(read_map(facts["file"].read()), facts["code_property"])
        ours = queries.codes_of([request.municipality])
        kept = {
            "shapes": {code: shape for code, shape in shapes.items() if code in ours},
            "valid_from": facts["valid_from"].isoformat(),
            "source": facts["source"],
        }
        return kept, set(shapes)

    def write(kept: Kept, codes: set[str]) -> Change:
        """Set the borders."""
        return actions.set_borders(
            {**dict.fromkeys(codes, ()), **kept["shapes"]},
            municipalities=[request.municipality],
            valid_from=date.fromisoformat(kept["valid_from"]),
            source=kept["source"],
            by=request.user,
        )

    form = BordersFileForm(request.POST or None, request.FILES or None)
    lead = _("GeoJSON or TopoJSON with the code of each area. First you see what would change.")
    return _import(request, BORDERS, form, read, write, _("Import borders"), lead)


@for_administrators
def population(request: AdministratorRequest) -> HttpResponse:
    """Rehearse a file of figures, and keep it when the administrator says so."""

    def read(form: FileForm) -> tuple[Kept, set[str]]:
        """Read the counts of the areas here, and every code that the file has."""
        facts = form.cleaned_data
        ours, codes, wanted = queries.codes_of([request.municipality]), set(), []
        for count in read_population(facts["file"], facts["day"]):
            codes.add(count.code)
            if count.code in ours:
                wanted.append(count)
        kept = {
            "counts": counts_as_rows(wanted),
            "source": facts["source"],
            "is_whole": not facts["is_part"],
        }
        return kept, codes

    def write(kept: Kept, codes: set[str]) -> Change:
        """Set the figures."""
        return actions.set_population(
            rows_as_counts(kept["counts"]),
            municipalities=[request.municipality],
            source=kept["source"],
            is_whole=kept["is_whole"],
            by=request.user,
            codes_beside=codes,
        )

    form = PopulationFileForm(request.POST or None, request.FILES or None)
    lead = _("JSON-stat 2 or CSV from a statistics office. First you see what would change.")
    return _import(request, POPULATION, form, read, write, _("Import population"), lead)


def _import(
    request: AdministratorRequest,
    what: str,
    form: FileForm,
    read: Callable[[FileForm], tuple[Kept, set[str]]],
    write: Callable[[Kept, set[str]], Change],
    title: str,
    lead: str,
) -> HttpResponse:
    """Ask for a file, show its rehearsal, and keep it: three answers of one address."""
    page = {"title": title, "lead": lead, "crumbs": crumbs_to(title), "form": form}
    keep = KeepForm(request.POST or None)
    if keep.is_valid():
        change = write(unpack(what, keep.cleaned_data["rehearsed"], request.municipality), set())
        messages.success(
            request,
            _("Imported: %(new)s new, %(altered)s altered, %(same)s the same.")
            % {"new": change.new, "altered": change.altered, "same": change.same},
        )
        return redirect("places:list")
    if not form.is_valid():
        return render(request, "places/import.html", page)
    kept, codes = read(form)
    with transaction.atomic():
        change = write(kept, codes)
        transaction.set_rollback(True)
    rehearsed = pack(what, kept, request.municipality)
    page |= {"change": change, "keep": KeepForm(initial={"rehearsed": rehearsed})}
    return render(request, "places/rehearsal.html", page)
