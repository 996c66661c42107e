"""The page of a committee: where it stands, what comes next, and its parts."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.modules import Panel
from samskap.base.wall_clock import when
from samskap.committees import cards
from samskap.committees.actions.steps import move
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.forms.committee import StepForm
from samskap.committees.models import Committee, State
from samskap.committees.permissions import is_member, may_keep, may_take_steps
from samskap.committees.queries.committees import meetings_of
from samskap.committees.views.finding import ask, committee_at
from samskap.design.asking import Asking, posted
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in

# What stands on the page: functions (request, committee) -> Panel | None, drawn by their order.
PARTS: tuple[str, ...] = (
    "samskap.committees.views.answer.answer_part",
    "samskap.committees.views.charter.charter_part",
    "samskap.committees.views.call.call_part",
    "samskap.committees.views.team.team_part",
    "samskap.committees.views.work.work_part",
    "samskap.committees.views.committee.next_part",
    "samskap.committees.views.committee.way_part",
    "samskap.committees.views.committee.keeping_part",
)


@require_safe
def show_committee(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show one committee: its state as a picture, then all that belongs to it."""
    committee = committee_at(request, slug)
    parts = parts_of(request, committee)
    page = {
        "committee": committee,
        "eyebrow": " · ".join(
            filter(None, [_("Task committee"), str(committee.theme) if committee.theme else ""])
        ),
        "stages": cards.stages_of(committee),
        "why_aside": _why_aside(committee),
        "merged_from": list(committee.merged_from.all()),
        "main": [html for panel, html in parts if not panel.aside],
        "aside": [html for panel, html in parts if panel.aside],
    }
    return render(request, "committees/committee.html", page)


def parts_of(request: MunicipalityRequest, committee: Committee) -> list[tuple[Panel, str]]:
    """Every part of the page, drawn, in its order."""
    shown = [import_string(path)(request, committee) for path in PARTS]
    panels = sorted((panel for panel in shown if panel), key=lambda panel: panel.order)
    return [
        (
            panel,
            render_to_string(
                panel.template, {"committee": committee, **panel.facts}, request=request
            ),
        )
        for panel in panels
    ]


def next_part(request: MunicipalityRequest, committee: Committee) -> Panel:
    """What comes next: the meetings ahead, and the states that still lie ahead."""
    meetings, held = meetings_of(committee)
    lines = [
        {
            "title": event.title,
            "url": event.get_absolute_url(),
            "when": str(when(event.starts_at, event.ends_at)),
            "place": event.place,
            "lang": event.language,
        }
        for event in meetings[:3]
    ]
    facts: dict[str, Any] = {"meetings": lines, "held": held, "ahead": cards.ahead_of(committee)}
    return Panel(template="committees/parts/next.html", facts=facts, order=5, aside=True)


def way_part(request: MunicipalityRequest, committee: Committee) -> Panel:
    """Every step it took, with who and why."""
    steps = committee.steps.select_related("by").order_by("-at", "-pk")
    events = [
        {
            "at": step.at,
            "title": _("Back: %(state)s") % {"state": step.get_after_display()}
            if step.is_back
            else step.get_after_display(),
            "text": step.reason,
            "who": str(step.by) if step.by else "",
            "tone": "late" if step.is_back else "",
            "lang": committee.language,
        }
        for step in steps
    ]
    return Panel(
        template="committees/parts/way.html", facts={"events": events}, order=90, aside=True
    )


def keeping_part(request: MunicipalityRequest, committee: Committee) -> Panel | None:
    """What those who keep the committee do next."""
    facts = {
        "keeps": may_keep(request.user, committee),
        "may_take_steps": may_take_steps(request.user, committee),
        "is_member": is_member(request.user, committee),
    }
    if not any(facts.values()):
        return None
    return Panel(template="committees/parts/keeping.html", facts=facts, order=8, aside=True)


def _why_aside(committee: Committee) -> str:
    """Why a committee that stands beside its way does so."""
    if committee.state not in (State.PAUSED, State.SCRAPPED, State.MERGED):
        return ""
    step = committee.steps.filter(after=committee.state).last()
    return step.reason if step else ""


@signed_in
def take_step(request: SignedInRequest, slug: str) -> HttpResponse:
    """Take a committee one step, with a reason."""
    committee = committee_at(request, slug)
    if not may_take_steps(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    return ask(
        request,
        committee=committee,
        form=StepForm(posted(request), committee=committee),
        asking=Asking(
            title=_("Take a step"),
            lead=_("It stands at “%(state)s” now. Every step says who took it, and why.")
            % {"state": committee.get_state_display()},
            submit=_("Take the step"),
            thanks=_("The step is taken, and everybody can read why."),
        ),
        act=lambda told: move(committee=committee, by=request.user, **told),
        to=committee.get_absolute_url(),
    )
