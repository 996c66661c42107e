"""Where an administrator sets the municipality up."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.http.request import validate_host
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samskap.base.modules import all_modules
from samskap.municipalities import actions, queries
from samskap.municipalities.contrast import readings
from samskap.municipalities.decorators import AdministratorRequest, for_administrators
from samskap.municipalities.forms import (
    TEXTS,
    HostForm,
    LanguagesForm,
    LookForm,
    ProfileForm,
    PromisesForm,
    TextsForm,
)
from samskap.municipalities.models import Municipality, is_a_colour


def _own_pages() -> list[dict[str, str]]:
    """The pages that set up what belongs to the municipality itself."""
    pages = [
        ("profile", _("Name and contact"), _("What you are called, and how to reach a person.")),
        ("look", _("Colours and coat of arms"), _("What makes people see that it is you.")),
        ("texts", _("Texts"), _("Welcome, about us, privacy and accessibility.")),
        ("languages", _("Languages"), _("Which languages people may choose between.")),
        ("promises", _("Promises"), _("Days to answer, and how much the ladder asks.")),
        ("hosts", _("Addresses"), _("The host names at which people find you.")),
    ]
    return [
        {"title": title, "text": text, "url": reverse(f"municipalities:{name}")}
        for name, title, text in pages
    ]


def _pages_of_others() -> list[dict[str, str]]:
    """The pages that other modules bring: each route that is called `<module>:settings`."""
    pages = []
    for module in all_modules():
        if module.key == "municipalities" or not module.urls:
            continue
        try:
            url = reverse(f"{module.key}:settings")
        except NoReverseMatch:
            continue  # this module has nothing to set up
        title, text = module.sets_up or (module.title, module.promise)
        pages.append({"title": str(title), "text": str(text), "url": url})
    return pages


def _steps_left(municipality: Municipality) -> list[str]:
    """What a new municipality has not told yet."""
    steps = [
        (municipality.contact_email or municipality.contact, _("Say how to reach a person.")),
        (municipality.data_protection_contact, _("Name the data protection officer.")),
        (municipality.welcome, _("Write a welcome for the front page.")),
        (municipality.accessibility_url, _("Publish your accessibility statement and link it.")),
        (municipality.code, _("Give the municipality number, so that borders can be imported.")),
    ]
    return [step for is_done, step in steps if not is_done]


@require_GET
@for_administrators
def overview(request: AdministratorRequest) -> HttpResponse:
    """Show everything that can be set up, and what a new municipality has left to do."""
    page = {
        "pages": [*_own_pages(), *_pages_of_others()],
        "steps": [] if request.municipality.is_set_up else _steps_left(request.municipality),
        "is_new": not request.municipality.is_set_up,
    }
    return render(request, "municipalities/settings.html", page)


@require_POST
@for_administrators
def ready(request: AdministratorRequest) -> HttpResponse:
    """Take away the list of first steps."""
    actions.finish_set_up(municipality=request.municipality, by=request.user)
    messages.success(request, _("The municipality is ready. You can change everything later."))
    return redirect("municipalities:settings")


def _form_page(
    request: AdministratorRequest,
    form: object,
    title: str,
    lead: str = "",
    template: str = "municipalities/settings_form.html",
    **more: Any,
) -> HttpResponse:
    """Show one form of the set-up."""
    crumbs = [
        (_("Set up the municipality"), reverse("municipalities:settings")),
        (title, ""),
    ]
    page = {"form": form, "title": title, "lead": lead, "crumbs": crumbs, **more}
    return render(request, template, page)


def _saved(request: AdministratorRequest) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("municipalities:settings")


@for_administrators
def profile(request: AdministratorRequest) -> HttpResponse:
    """Set names and ways to reach the municipality."""
    municipality = request.municipality
    known = {name: getattr(municipality, name) for name in ProfileForm.base_fields}
    form = ProfileForm(request.POST or None, initial=known)
    if form.is_valid():
        actions.set_profile(municipality=municipality, by=request.user, **form.cleaned_data)
        return _saved(request)
    return _form_page(request, form, _("Name and contact"))


@for_administrators
def look(request: AdministratorRequest) -> HttpResponse:
    """Set colours and coat of arms, and show how readable the colours are."""
    municipality = request.municipality
    known = {"colour": municipality.colour, "accent_colour": municipality.accent_colour}
    form = LookForm(request.POST or None, request.FILES or None, initial=known)
    is_chosen = form.is_bound and form.is_valid()
    if is_chosen and "only_look" not in request.POST:
        takes_away = form.cleaned_data["takes_arms_away"]
        actions.set_look(
            municipality=municipality,
            by=request.user,
            colour=form.cleaned_data["colour"],
            accent_colour=form.cleaned_data["accent_colour"],
            coat_of_arms=False if takes_away else form.cleaned_data["coat_of_arms"],
        )
        return _saved(request)
    chosen = form.cleaned_data if is_chosen else known
    lead = _("The pages make your colours readable in light and in dark, whatever you choose.")
    return _form_page(
        request,
        form,
        _("Colours and coat of arms"),
        lead,
        template="municipalities/look.html",
        readings=readings(chosen["colour"], chosen["accent_colour"]),
    )


@require_GET
@for_administrators
def contrast(request: AdministratorRequest) -> HttpResponse:
    """Say how readable two colours are, as a piece of the page of the look."""
    asked = [request.GET.get(name, "") for name in ("colour", "accent_colour")]
    municipality = request.municipality
    own = (municipality.colour, municipality.accent_colour)
    colours = [
        colour if is_a_colour.regex.fullmatch(colour) else kept  # type: ignore[union-attr]
        for colour, kept in zip(asked, own, strict=True)
    ]
    return render(request, "municipalities/contrast.html", {"readings": readings(*colours)})


@for_administrators
def texts(request: AdministratorRequest) -> HttpResponse:
    """Write the municipality’s own texts."""
    municipality = request.municipality
    form = TextsForm(
        request.POST or None,
        municipality=municipality,
        initial={"accessibility_url": municipality.accessibility_url},
    )
    if form.is_valid():
        written = form.texts()
        actions.set_texts(
            municipality=municipality,
            by=request.user,
            accessibility_url=form.cleaned_data["accessibility_url"],
            **{name: written[name] for name in TEXTS},
        )
        return _saved(request)
    lead = _("Leave a text empty and the reader gets it in another language, or not at all.")
    return _form_page(request, form, _("Texts"), lead, template="municipalities/texts.html")


@for_administrators
def languages(request: AdministratorRequest) -> HttpResponse:
    """Choose languages."""
    municipality = request.municipality
    known = {
        "languages": municipality.languages,
        "default_language": municipality.default_language,
    }
    form = LanguagesForm(request.POST or None, initial=known)
    if form.is_valid():
        actions.set_languages(municipality=municipality, by=request.user, **form.cleaned_data)
        return _saved(request)
    return _form_page(request, form, _("Languages"))


@for_administrators
def promises(request: AdministratorRequest) -> HttpResponse:
    """Set the days to answer and a stricter ladder."""
    municipality = request.municipality
    form = PromisesForm(
        request.POST or None,
        municipality=municipality,
        initial={"answer_days": municipality.answer_days},
    )
    if form.is_valid():
        actions.set_promises(
            municipality=municipality,
            by=request.user,
            answer_days=form.cleaned_data["answer_days"],
            ladder_strictness=form.strictness(),
        )
        return _saved(request)
    lead = _("A promise shows on every page where somebody waits for an answer.")
    return _form_page(request, form, _("Promises"), lead)


@for_administrators
def hosts(request: AdministratorRequest) -> HttpResponse:
    """List the addresses and add one."""
    municipality = request.municipality
    form = HostForm(request.POST or None)
    if form.is_valid():
        added = actions.add_host(
            municipality=municipality, by=request.user, host=form.cleaned_data["host"]
        )
        messages.success(request, _("People find you at %(host)s now.") % {"host": added.host})
        if not validate_host(added.host, settings.ALLOWED_HOSTS):
            messages.warning(
                request,
                _("Ask whoever runs the server to add %(host)s to SAMSKAP_HOSTS as well.")
                % {"host": added.host},
            )
        return redirect("municipalities:hosts")
    crumbs = [
        (_("Set up the municipality"), reverse("municipalities:settings")),
        (_("Addresses"), ""),
    ]
    page = {"form": form, "hosts": list(queries.hosts_of(municipality)), "crumbs": crumbs}
    return render(request, "municipalities/hosts.html", page)


@require_POST
@for_administrators
def remove_host(request: AdministratorRequest, pk: int) -> HttpResponse:
    """Take an address away."""
    host = get_object_or_404(queries.hosts_of(request.municipality), pk=pk)
    actions.remove_host(host=host, by=request.user)
    messages.success(request, _("%(host)s is taken away.") % {"host": host.host})
    return redirect("municipalities:hosts")


@require_POST
@for_administrators
def make_primary(request: AdministratorRequest, pk: int) -> HttpResponse:
    """Choose the address that letters and links use."""
    host = get_object_or_404(queries.hosts_of(request.municipality), pk=pk)
    actions.make_primary(host=host, by=request.user)
    messages.success(
        request, _("Letters and links use %(host)s from now on.") % {"host": host.host}
    )
    return redirect("municipalities:hosts")
