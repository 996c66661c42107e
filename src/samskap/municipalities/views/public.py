"""What everyone reads about the municipality, and the first run."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samskap.base.text import as_html
from samskap.municipalities import actions, queries
from samskap.municipalities import first_run as key
from samskap.municipalities.errors import InstanceIsInUse, TokenIsNotValid
from samskap.municipalities.forms import FirstRun
from samskap.municipalities.middleware import MunicipalityRequest


def _own_text(request: MunicipalityRequest, name: str) -> dict[str, str | SafeString]:
    """The municipality’s own text of this name, and its language."""
    by_language = getattr(request.municipality, name)
    municipality = request.municipality
    return {
        "text": as_html(municipality.said(by_language)),
        "text_language": municipality.language_of(by_language),
    }


def about(request: MunicipalityRequest) -> HttpResponse:
    """Tell who the municipality is and what Samskap is for."""
    return render(request, "municipalities/about.html", _own_text(request, "about"))


def contact(request: MunicipalityRequest) -> HttpResponse:
    """Tell how to reach a person."""
    return render(request, "municipalities/contact.html")


def privacy(request: MunicipalityRequest) -> HttpResponse:
    """Tell what is known about people, why, and what they can do about it."""
    preset = request.municipality.preset
    page = {
        **_own_text(request, "privacy"),
        "preset": preset,
        "consent_age": preset.consent_age(timezone.localdate()),
    }
    return render(request, "municipalities/privacy.html", page)


def accessibility(request: MunicipalityRequest) -> HttpResponse:
    """Tell how accessible the pages are and whom to tell when they are not."""
    page = {**_own_text(request, "accessibility"), "preset": request.municipality.preset}
    return render(request, "municipalities/accessibility.html", page)


def first_run(request: HttpRequest) -> HttpResponse:
    """Set up the first municipality, by the key that the console printed."""
    if queries.has_municipalities():
        raise InstanceIsInUse
    token = request.POST.get("token") or request.GET.get("token", "")
    if not token:
        return render(request, "municipalities/no_key_yet.html")
    if not key.is_valid(token):
        raise TokenIsNotValid
    host = request.get_host().rsplit(":", 1)[0]
    form = FirstRun(request.POST or None, initial={"token": token, "host": host, "country": "NO"})
    if form.is_valid():
        municipality = actions.begin(**form.cleaned_data)
        return redirect(
            f"{request.scheme}://{_same_port(request, queries.primary_host(municipality))}/"
        )
    page = {"form": form, "submit": _("Open the municipality")}
    return render(request, "municipalities/first_run.html", page)


def _same_port(request: HttpRequest, host: str) -> str:
    port = request.get_port()
    return host if port in ("80", "443") else f"{host}:{port}"
