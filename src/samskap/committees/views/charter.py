"""The pages of the charter: read it, compare it, write it, adopt it, confirm it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.modules import Panel
from samskap.base.rates import count
from samskap.base.text import plain
from samskap.committees.actions import charter as actions
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.forms.charter import AdoptForm, CharterForm
from samskap.committees.legal import rules_of
from samskap.committees.models import Charter, Committee
from samskap.committees.models.team import Role
from samskap.committees.permissions import is_member, may_adopt, may_keep
from samskap.committees.queries.charter import (
    charters_of,
    compared,
    headings_of,
    in_force,
    still_to_read,
)
from samskap.committees.views.finding import ask, committee_at, kept_at
from samskap.design.asking import Asking, posted
from samskap.initiatives.models import Frame
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person

ROLES = dict(Role.choices)


def field_of(frame: Frame | None) -> dict[str, list[str]]:
    """What is open, negotiable and fixed, as the design’s sheet wants it."""
    return {
        name: [line.strip(" -–•*\t") for line in getattr(frame, name, "").splitlines() if line]
        for name in ("open", "negotiable", "fixed")
    }


def seat_line(seat: dict[str, Any]) -> dict[str, Any]:
    """A seat of one version, in words."""
    least, most = seat.get("least_age"), seat.get("most_age")
    return {
        **seat,
        "role": str(ROLES.get(seat["role"], seat["role"])),
        "ages": f"{least or 0}–{most or 120}" if least is not None or most is not None else "",
    }


@require_safe
def show_charter(
    request: MunicipalityRequest, slug: str, version: int | None = None
) -> HttpResponse:
    """Show one version, or the one that holds; what is new in it, and who has not read it."""
    committee = committee_at(request, slug)
    versions = list(charters_of(committee))
    holds = in_force(versions)
    shown = holds if version is None else _numbered(versions, version)
    if version is not None and shown is None:
        raise Http404
    page: dict[str, Any] = {
        "committee": committee,
        "charter": shown,
        "holds": holds,
        "versions": versions,
        "may_write": may_keep(request.user, committee),
    }
    if shown is not None:
        shown.committee = committee
        before = _numbered(versions, shown.version - 1)
        waiting = still_to_read(shown) if shown == holds else []
        mine = [one for one in waiting if one.person_id and one.person_id == request.user.pk]
        page |= {
            "headings": headings_of(shown),
            "sheet": field_of(shown.frame),
            "seats": [seat_line(seat) for seat in shown.seats],
            "rules": rules_of(shown, request.municipality.country),
            "before": before,
            "changed": compared(before, shown) if before else [],
            "waiting": waiting,
            "members": committee.members.filter(until=None).count(),
            "has_to_read": bool(mine),
            "may_see_who": is_member(request.user, committee) or page["may_write"],
            "may_adopt": _may_adopt(request, committee, shown, versions),
        }
    return render(request, "committees/charter.html", page)


def _numbered(versions: list[Charter], version: int) -> Charter | None:
    """The version of a number."""
    return next((charter for charter in versions if charter.version == version), None)


def _may_adopt(
    request: MunicipalityRequest, committee: Committee, shown: Charter, versions: list[Charter]
) -> bool:
    """Whether the reader may write down that this version is adopted."""
    newest = max((each.version for each in versions if each.is_adopted), default=0)
    return shown.version > newest and may_adopt(request.user, committee)


@signed_in
def write_charter(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write a new version of the charter."""
    committee = kept_at(request, slug)
    last = charters_of(committee).first()
    return ask(
        request,
        committee=committee,
        form=CharterForm(posted(request), last=last),
        asking=Asking(
            title=_("The charter of “%(committee)s”") % {"committee": committee.title},
            lead=_("Draw the field so that everybody knows it before they begin."),
            submit=_("Write this version"),
            thanks=_("The version is written. It holds once the elected body has adopted it."),
        ),
        act=lambda told: actions.write_charter(committee=committee, by=request.user, **told),
        to=reverse("committees:charters", args=[slug]),
    )


@signed_in
def adopt_charter(request: SignedInRequest, slug: str, version: int) -> HttpResponse:
    """Write down that the elected body has adopted a version."""
    committee = committee_at(request, slug)
    if not may_adopt(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    charter: Charter = get_object_or_404(committee.charters, version=version)
    return ask(
        request,
        committee=committee,
        form=AdoptForm(posted(request)),
        asking=Asking(
            title=_("%(body)s has adopted version %(version)s")
            % {"body": committee.body.name, "version": version},
            lead=_("Every member is asked to read it."),
            submit=_("Write it down"),
            thanks=_("It is written down. This version holds now."),
        ),
        act=lambda told: actions.adopt_charter(charter=charter, by=request.user, **told),
        to=reverse("committees:charter", args=[slug, version]),
    )


@signed_in
@require_POST
def read_charter(request: SignedInRequest, slug: str, version: int) -> HttpResponse:
    """Confirm that one has read a version, or that somebody without an account has."""
    committee = committee_at(request, slug)
    charter: Charter = get_object_or_404(committee.charters, version=version)
    told = request.POST.get("member", "")
    member = None
    if told:
        key = int(told) if told.isdecimal() and len(told) < 12 else 0
        member = get_object_or_404(committee.members, pk=key)
    count(request, "post")
    actions.confirm_reading(charter=charter, by=request.user, member=member)
    messages.success(request, _("Thank you. It is noted that the charter was read."))
    return redirect("committees:charters", slug)


def charter_part(request: MunicipalityRequest, committee: Committee) -> Panel:
    """The charter that holds, in short, on the page of its committee."""
    versions = list(charters_of(committee))
    holds = in_force(versions)
    facts: dict[str, Any] = {
        "charter": holds,
        "versions": len(versions),
        "may_write": may_keep(request.user, committee),
    }
    if holds is not None:
        holds.committee = committee
        waiting = still_to_read(holds) if holds.is_adopted else []
        reader = request.user.pk if isinstance(request.user, Person) else 0
        facts |= {
            "task": plain(holds.task, 400),
            "sheet": field_of(holds.frame),
            "waiting": len(waiting),
            "has_to_read": any(one.person_id == reader for one in waiting),
        }
    return Panel(template="committees/parts/charter.html", facts=facts, order=10)
