"""Pages of kiosks: opening one, the tablet itself, and its sheet of paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samskap.base.rates import count
from samskap.base.wall_clock import when
from samskap.meetings.actions import kiosks as actions
from samskap.meetings.errors.tables import KioskIsClosed, NotYoursToOpen
from samskap.meetings.forms.kiosk import CodeForm, KioskNoteForm, OpenKioskForm
from samskap.meetings.models import Event, Kiosk
from samskap.meetings.permissions import may_open_kiosk
from samskap.meetings.queries.kiosk import asked_of, kiosks_in, latest_at, today_in
from samskap.meetings.words import where_of
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.municipalities.queries import address_of
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.totp import picture

MOST = 50
BARE = dict.fromkeys(  # a shared tablet leads nowhere else, and signs nobody in
    ("menu", "sign_in_url", "my_page_url", "notices_url", "search_url", "footer_links"), ""
)


@signed_in
def kiosks(request: SignedInRequest) -> HttpResponse:
    """Show the kiosks, and open one; its code is shown once."""
    if not may_open_kiosk(request.user, request.municipality):
        raise NotYoursToOpen
    form = OpenKioskForm(request.POST or None, municipality=request.municipality)
    opened, code = None, ""
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        opened, code = actions.open_kiosk(by=request.user, **form.cleaned_data)
        form = OpenKioskForm(municipality=request.municipality)
    facts = {
        "form": form,
        "opened": opened,
        "code": code,
        "kiosks": kiosks_in(request.municipality)[:MOST],
    }
    answer = render(request, "meetings/kiosk/kiosks.html", facts)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@never_cache
def door(request: MunicipalityRequest) -> HttpResponse:
    """Take the code on a device, and lead to its kiosk."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        kiosk = actions.kiosk_behind(form.cleaned_data["code"], request.municipality)
        return redirect(kiosk)
    return render(request, "meetings/kiosk/door.html", {"form": form})


@never_cache
def kiosk(request: MunicipalityRequest, key: UUID) -> HttpResponse:
    """Show what a shared tablet shows, and take what somebody leaves there."""
    found: Kiosk = get_object_or_404(kiosks_in(request.municipality), key=key)
    if not found.is_open:
        raise KioskIsClosed
    form = KioskNoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        language = get_language() or request.municipality.default_language
        actions.leave_note(kiosk=found, language=language, **form.cleaned_data)
        return redirect(f"{found.get_absolute_url()}?left=yes")
    facts: dict[str, Any] = BARE | {
        "kiosk": found,
        "initiative": found.initiative,
        "form": form if found.initiative.is_open else None,
        "has_left": request.GET.get("left") == "yes",
        "today": [line(event) for event in today_in(request.municipality)],
        "asked": asked_of(found),
        "latest": latest_at(found),
        "picture": picture(address_of(request.municipality) + found.initiative.get_absolute_url()),
    }
    answer = render(request, "meetings/kiosk/kiosk.html", facts)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def line(event: Event) -> dict[str, Any]:
    """One event of today as a line."""
    return {
        "title": event.title,
        "lang": event.language,
        "when": when(event.starts_at, event.ends_at),
        "place": where_of(event),
    }


@signed_in
@require_safe
def print_kiosk(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a sheet for the wall beside a kiosk, with the same address as a QR code."""
    found: Kiosk = get_object_or_404(kiosks_in(request.municipality), pk=pk)
    if not may_open_kiosk(request.user, request.municipality):
        raise NotYoursToOpen
    address = address_of(request.municipality) + found.get_absolute_url()
    facts = {"kiosk": found, "picture": picture(address), "asked": asked_of(found)}
    return render(request, "meetings/kiosk/print.html", facts)


@signed_in
@require_POST
def close(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close a kiosk."""
    found: Kiosk = get_object_or_404(kiosks_in(request.municipality), pk=pk)
    count(request, "post")
    actions.close_kiosk(kiosk=found, by=request.user)
    messages.success(request, _("The kiosk is closed. What waits there still gets its answer."))
    return redirect("meetings:kiosks")
