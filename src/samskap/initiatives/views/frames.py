"""The pages of the frame sheet."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.design.asking import Asking, posted
from samskap.initiatives.actions import frames
from samskap.initiatives.forms.frames import FrameForm
from samskap.initiatives.models import Frame, Initiative, Partner
from samskap.initiatives.permissions.initiative import is_partner, may_change
from samskap.initiatives.queries.frames import frame_in_force, frames_of
from samskap.initiatives.views.finding import ask, carried_at, initiative_at
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def sheet_of(frame: Frame, initiative: Initiative, *, parties: int) -> dict[str, Any]:
    """A version of the frame as the design’s sheet wants it."""
    lists = {name: _lines(getattr(frame, name)) for name in ("open", "negotiable", "fixed")}
    return {
        **lists,
        "money": frame.money,
        "law": frame.law,
        "time": frame.time,
        "who_decides": frame.who_decides,
        "version": frame.version,
        "valid_from": frame.at,
        "confirmed": getattr(frame, "confirmed", 0),
        "parties": parties,
        "url": reverse("initiatives:frame", args=[initiative.slug]),
    }


def _lines(text: str) -> list[str]:
    """Each line is a thing of its own; marks of a list are dropped."""
    return [line.strip(" -–•*\t") for line in text.splitlines() if line.strip(" -–•*\t")]


def show_frame(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show the frame in force, and every version before it with what changed."""
    initiative = initiative_at(request, slug)
    versions = list(frames_of(initiative))
    parties = initiative.partners.filter(status=Partner.Status.JOINED).count()
    events = [
        {
            "at": frame.at,
            "title": _("Version %(version)s") % {"version": frame.version},
            "text": frame.why_new,
            "who": str(frame.by) if frame.by else "",
        }
        for frame in versions
    ]
    page = {
        "initiative": initiative,
        "sheet": sheet_of(versions[0], initiative, parties=parties) if versions else None,
        "older": [
            {
                "sheet": sheet_of(frame, initiative, parties=parties),
                "title": _("Version %(version)s") % {"version": frame.version},
                "id": f"version-{frame.version}",
            }
            for frame in versions[1:]
        ],
        "events": events,
        "newest": versions[0] if versions else None,
        "may_write": may_change(request.user, initiative),
        "may_confirm": bool(versions) and is_partner(request.user, initiative),
    }
    return render(request, "initiatives/frame.html", page)


@signed_in
def write_frame(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write a new version of the frame."""
    initiative = carried_at(request, slug)
    last = frame_in_force(initiative)
    now = {name: getattr(last, name) for name in frames.LINES} if last else {}
    return ask(
        request,
        initiative=initiative,
        form=FrameForm(posted(request), initial=now, last=last),
        asking=Asking(
            title=_("The frame of “%(initiative)s”") % {"initiative": initiative.title},
            lead=_("Say what can be changed and what cannot, before people give their time."),
            submit=_("Publish this version"),
            thanks=_("The frame is published. The partners are asked to confirm it."),
        ),
        act=lambda told: frames.write_frame(initiative=initiative, by=request.user, **told),
        to=reverse("initiatives:frame", args=[slug]),
    )


@signed_in
@require_POST
def confirm_frame(request: SignedInRequest, slug: str) -> HttpResponse:
    """Confirm that one has read the version that was shown."""
    initiative = initiative_at(request, slug)
    version = request.POST.get("version", "")
    frame: Frame = get_object_or_404(
        initiative.frames.select_related("initiative__account", "municipality"),
        version=int(version) if version.isdecimal() and len(version) < 5 else 0,
    )
    count(request, "post")
    frames.confirm_frame(frame=frame, by=request.user)
    messages.success(request, _("Thank you. It is noted that you have read the frame."))
    return redirect("initiatives:frame", slug)
