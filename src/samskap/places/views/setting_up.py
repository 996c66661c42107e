"""Where administrators add areas and draw their borders."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samskap.municipalities.decorators import AdministratorRequest, for_administrators
from samskap.places import actions, queries
from samskap.places.formats.maps import read_map
from samskap.places.forms import AreaForm, DrawForm
from samskap.places.models import Area
from samskap.places.queries.borders import latest_border_of

Crumbs = list[tuple[str, str]]


def crumbs_to(title: str, *between: tuple[str, str]) -> Crumbs:
    """The way from the set-up of the municipality to a page."""
    return [
        (_("Set up the municipality"), reverse("municipalities:settings")),
        (_("Places"), reverse("places:settings")),
        *between,
        (title, ""),
    ]


@require_GET
@for_administrators
def overview(request: AdministratorRequest) -> HttpResponse:
    """Show what can be done about places."""
    pages = [
        ("add", _("Add an area"), _("A district, a village, an estate or a building.")),
        ("import_borders", _("Import borders"), _("From GeoJSON or TopoJSON.")),
        ("import_population", _("Import population"), _("From JSON-stat 2 or CSV.")),
        ("list", _("Draw a border"), _("Choose the area first. Then draw on the map.")),
    ]
    tiles = [
        {"title": title, "text": text, "url": reverse(f"places:{name}")}
        for name, title, text in pages
    ]
    crumbs = [(_("Set up the municipality"), reverse("municipalities:settings")), (_("Places"), "")]
    return render(request, "places/settings.html", {"tiles": tiles, "crumbs": crumbs})


@for_administrators
def add(request: AdministratorRequest) -> HttpResponse:
    """Add an area."""
    form = AreaForm(request.POST or None, municipality=request.municipality)
    if form.is_valid():
        area = actions.add_area(
            municipality=request.municipality, by=request.user, **form.cleaned_data
        )
        messages.success(request, _("%(area)s is added.") % {"area": area.name})
        return redirect("places:area", area.slug)
    title = _("Add an area")
    page = {"form": form, "title": title, "crumbs": crumbs_to(title), "submit": title}
    return render(request, "places/form.html", page)


@for_administrators
def edit(request: AdministratorRequest, slug: str) -> HttpResponse:
    """Change what an area is called, is, and lies in."""
    area = get_object_or_404(Area.objects.of(request.municipality), slug=slug)
    known = {"name": area.name, "kind": area.kind, "parent": area.parent_id, "code": area.code}
    form = AreaForm(
        request.POST or None, initial=known, municipality=request.municipality, area=area
    )
    if form.is_valid():
        actions.edit_area(area=area, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("places:area", slug)
    title = _("Change %(area)s") % {"area": area.name}
    page = {
        "form": form,
        "title": title,
        "crumbs": crumbs_to(title),
        "submit": _("Save"),
        "cancel_url": reverse("places:area", args=[slug]),
    }
    return render(request, "places/form.html", page)


@for_administrators
def draw(request: AdministratorRequest, slug: str) -> HttpResponse:
    """Draw the border of an area, on the map or as GeoJSON."""
    area = get_object_or_404(Area.objects.of(request.municipality), slug=slug)
    form = DrawForm(request.POST or None, around=_around(area))
    if form.is_valid():
        features = read_map(form.cleaned_data["border"])
        actions.draw_border(
            area=area,
            shape=[polygon for feature in features for polygon in feature.polygons],
            valid_from=form.cleaned_data["valid_from"],
            valid_to=form.cleaned_data["valid_to"],
            source=form.cleaned_data["source"],
            by=request.user,
        )
        messages.success(request, _("The border is drawn."))
        return redirect("places:area", slug)
    title = _("Draw the border of %(area)s") % {"area": area.name}
    page = {
        "form": form,
        "title": title,
        "lead": _(
            "Files of today lack places that have merged or were never measured. Draw those here."
        ),
        "crumbs": crumbs_to(title),
        "submit": _("Keep this border"),
        "cancel_url": reverse("places:area", args=[slug]),
    }
    return render(request, "places/form.html", page)


def _around(area: Area) -> dict[str, object]:
    """What to show around a border that is being drawn: the nearest one known, else the country."""
    for near in (area, *reversed(queries.trail_of(area))):
        if border := latest_border_of(near):
            return queries.feature_collection([border])
    others = queries.borders_of(area.municipality).order_by("pk")[:1]
    if others:
        return queries.feature_collection(others)
    west, south, east, north = area.municipality.preset.map_view
    corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {},
                "geometry": {"type": "Polygon", "coordinates": [corners]},
            }
        ],
    }
