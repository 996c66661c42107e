"""The design’s own pages: every component in every state, licences, colours, light and dark."""

import json
import re
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from samskap.design import samples
from samskap.design.components.frame import SCHEMES
from samskap.design.themes import theme_css

HERE = Path(__file__).resolve().parent
LOOKS = {"NO": gettext_lazy("Norway"), "DK": gettext_lazy("Denmark")}
A_YEAR = 365 * 24 * 60 * 60  # seconds
IS_LICENCE = re.compile(r"licen[cs]e", re.IGNORECASE)


@require_GET
def living_page(request: HttpRequest) -> HttpResponse:
    """Show every component in every state, in the look of the country that is asked for."""
    facts = samples.everything() | {"looks": LOOKS}
    if (country := request.GET.get("country")) in LOOKS:
        facts["shown_country"] = country
        facts["municipality"] = None  # its own colours would cover those of the country
    return render(request, "design/living_page.html", facts)


@require_GET
def licences(request: HttpRequest) -> HttpResponse:
    """Name what others made and gave: what it is, its licence, and the licence’s own words."""
    packages: list[dict[str, Any]] = json.loads((HERE / "vendor.json").read_text("utf-8"))
    for package in packages:
        package["licence_file"] = next(
            f"vendor/{path}" for path in package["files"] if IS_LICENCE.search(Path(path).name)
        )
    return render(request, "design/licences.html", {"packages": packages})


@require_GET
def theme(request: HttpRequest, main: str, accent: str) -> HttpResponse:
    """Serve the sheet with a municipality’s own colours; its address changes when they do."""
    if not all(re.fullmatch(r"[0-9a-f]{6}", colour) for colour in (main, accent)):
        raise Http404(_("Colours are written with six signs, such as 0b4f5c."))
    sheet = theme_css(f"#{main}", f"#{accent}")
    answer = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    answer.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return answer


@require_POST
def scheme(request: HttpRequest) -> HttpResponse:
    """Remember whether the reader wants pages light, dark, or as the machine is set."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = "/"
    answer = HttpResponseRedirect(back)  # what is no path is taken as one, never as a name of ours
    chosen = request.POST.get("scheme")
    if chosen in SCHEMES:
        answer.set_cookie(
            "color_scheme", chosen, max_age=A_YEAR, samesite="Lax", secure=request.is_secure()
        )
    return answer
