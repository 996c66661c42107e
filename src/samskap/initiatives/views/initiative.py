"""The page that everything hangs on, and the whole history behind it."""

import time
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samskap.base.addresses import address
from samskap.base.etag import unchanged
from samskap.base.once import keep_answers
from samskap.base.text import plain
from samskap.initiatives.models import Frame, Initiative, Partner, StateChange
from samskap.initiatives.models.initiative import State
from samskap.initiatives.permissions.initiative import may_change, may_take_the_lead
from samskap.initiatives.queries.frames import frame_in_force, frames_of
from samskap.initiatives.queries.history import steps_of
from samskap.initiatives.queries.initiatives import raised_with, version_at
from samskap.initiatives.queries.kept import SECONDS, kept
from samskap.initiatives.queries.partnership import agreed
from samskap.initiatives.queries.sheet import read_sheet
from samskap.initiatives.views.finding import initiative_at
from samskap.initiatives.views.frames import sheet_of
from samskap.initiatives.views.panels import Ready, panels_of
from samskap.ledger.models import Phase
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.notices.queries import unread_count
from samskap.people.models import Person
from samskap.people.queries import roles_of

MOST_CHIPS = 3
MOST_STEPS = 3
FIRST = 20  # panels up to this order stand first on a phone: the formal answer and the ladder


def frame_of_page(request: MunicipalityRequest) -> tuple[object, ...]:
    """What every page shows beside its own: the municipality’s look, and how much is unread."""
    here, unread = request.municipality, 0
    if isinstance(request.user, Person):
        unread = unread_count(request.user, here)
        request.notices_counted = unread  # type: ignore[attr-defined]  # for notices.context
    roles = tuple(sorted(roles_of(request.user, here)))
    slot = int(time.time()) // SECONDS
    return (here.name, here.colour, str(here.coat_of_arms), unread, roles, slot)


def page_version(request: MunicipalityRequest, slug: str) -> tuple[object, ...] | None:
    """What the page of an initiative depends on; None where there is no such initiative.

    Who only asks whether it has changed needs no more of it than its version.
    """
    version: tuple[object, ...] | None
    if request.headers.get("If-None-Match"):
        version = version_at.first(municipality=request.municipality.pk, slug=slug)
    else:
        shown = request.initiative_shown = initiative_at(request, slug)  # type: ignore[attr-defined]
        version = (shown.pk, shown.account.version, shown.merged_into and shown.merged_into.slug)
    return (*version, *frame_of_page(request)) if version else None


@unchanged(page_version)
def show_initiative(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show what it is, where it stands, and what the reader can do now; then all the rest."""
    initiative = getattr(request, "initiative_shown", None) or initiative_at(request, slug)
    keep_answers(initiative, initiative.account)
    shared = kept(initiative, "page", lambda: shared_parts(initiative))
    panels = panels_of(request, initiative)
    carries = _carries(request, initiative)
    page = {
        "initiative": initiative,
        "shared": shared,
        "actions": _actions(initiative, panels, carries=carries),
        "main": [panel.html for panel in panels if not panel.aside],
        "first": [panel.html for panel in panels if panel.aside and panel.order <= FIRST],
        "aside": [panel.html for panel in panels if panel.aside and panel.order > FIRST],
        "carries": carries,
        "may_lead": may_take_the_lead(request.user, request.municipality),
        "leads": getattr(request.user, "pk", None) in shared["leaders"],
    }
    return render(request, "initiatives/initiative.html", page)


def show_history(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show every step, version of the frame and invitation, in the order they happened."""
    initiative = initiative_at(request, slug)
    invitations = initiative.invitations.filter(is_to_municipality=True)
    events = [step_event(step) for step in steps_of(initiative)]
    events += [
        {
            "at": frame.at,
            "title": _("The frame, version %(version)s") % {"version": frame.version},
            "text": frame.why_new,
            "who": str(frame.by) if frame.by else "",
            "url": address("initiatives:frame", slug),
        }
        for frame in frames_of(initiative)
    ]
    events += [
        {
            "at": invitation.at,
            "title": _("The municipality was invited"),
            "text": invitation.message,
            "who": str(invitation.by) if invitation.by else "",
            "url": address("initiatives:invite", slug),
        }
        for invitation in invitations.select_related("by")
    ]
    events.sort(key=lambda event: event["at"], reverse=True)
    return render(request, "initiatives/history.html", {"initiative": initiative, "events": events})


def shared_parts(initiative: Initiative) -> dict[str, Any]:
    """What is the same for every reader: worked out once, and kept while nothing happens."""
    read_sheet(initiative)
    partners = agreed(initiative).joined
    topics = [str(topic) for topic in initiative.topics.all()]
    areas = list(initiative.areas.all())
    lead = _lead(initiative)
    says_it_all = bool(initiative.solution) and lead == initiative.solution.strip()
    frame = frame_in_force(initiative)
    facts = {
        "initiative": initiative,
        "says_it_all": says_it_all,
        "areas": areas,
        "money": frame.money if frame else "",
        "asks_for_money": initiative.is_open and initiative.phase in (Phase.DEFINE, Phase.DESIGN),
        "facts": _facts(initiative, topics=topics),
        "scraps": list(initiative.scraps.all()),
        "statements": list(initiative.statements.all()),
    }
    leaders = list(initiative.facilitators.all())
    steps = steps_of(initiative)
    return {
        "eyebrow": _eyebrow(initiative, [area.name for area in areas]),
        "lead": lead,
        "opens_with": _agreed_on(lead) if says_it_all else lead,
        "phases": _phases(initiative, raised_with(initiative)),
        "chips": [_chip(partner) for partner in partners[:MOST_CHIPS]],
        "more_partners": max(len(partners) - MOST_CHIPS, 0),
        "leaders": {leader.pk: leader.shown_name for leader in leaders},
        "told": render_to_string("initiatives/parts/told.html", facts),
        "about": render_to_string("initiatives/parts/about.html", facts),
        "frame": render_to_string(
            "initiatives/parts/frame.html",
            {"initiative": initiative, "sheet": _sheet(frame, initiative, len(partners))},
        ),
        "history": render_to_string(
            "initiatives/parts/history.html",
            {
                "initiative": initiative,
                "events": [step_event(step) for step in steps[:MOST_STEPS]],
                "more": len(steps) > MOST_STEPS,
            },
        ),
    }


def step_event(step: StateChange) -> dict[str, Any]:
    """One step as a moment on the timeline."""
    tones = {State.PAUSED: "late", State.SCRAPPED: "late", State.CLOSED: "ok", State.DRIVING: "ok"}
    who = step.speaking_for or step.by
    return {
        "at": step.at,
        "title": step.get_after_display(),
        "text": step.reason,
        "who": str(who) if who else "",
        "tone": tones.get(State(step.after), ""),
    }


def _sheet(frame: Frame | None, initiative: Initiative, parties: int) -> dict[str, Any] | None:
    """The frame in force, if there is one."""
    return sheet_of(frame, initiative, parties=parties) if frame else None


def _lead(initiative: Initiative) -> str:
    """The first sentences of what it is about: whole ones, as many as fit in two lines."""
    shown = plain(initiative.lead, 160)
    whole, end, _rest = shown.rpartition(". ")
    return f"{whole}." if end and shown.endswith("…") else shown


def _agreed_on(solution: str) -> str:
    """A whole solution as the lead: what it is, in the reader’s language, then its own words."""
    says = _("The solution we agreed on:")
    return format_html('<span lang="{}">{}</span> {}', get_language(), says, solution)


def _eyebrow(initiative: Initiative, places: list[str]) -> str:
    """The line above the title: field, places, and who raised it when."""
    by = initiative.raised_for or initiative.get_raised_as_display()
    raised = _("raised by %(who)s, %(day)s") % {
        "who": str(by) if initiative.raised_for else str(by).lower(),
        "day": date_format(timezone.localtime(initiative.raised_at), "DATE_FORMAT"),
    }
    return " · ".join([initiative.get_field_display(), *places, raised])


def _phases(initiative: Initiative, given: dict[str, int]) -> list[dict[str, str]]:
    """The four phases for the stepper, each with its facts."""
    order = list(Phase.values)
    here = order.index(initiative.phase)
    is_over = initiative.state == State.CLOSED
    agreed = {
        Phase.DEFINE: initiative.problem_locked_at,
        Phase.DESIGN: initiative.solution_locked_at,
    }
    shown = []
    for place, phase in enumerate(Phase):
        notes = []
        if given[phase]:
            count = ngettext("%(count)s contribution", "%(count)s contributions", given[phase])
            notes.append(count % {"count": given[phase]})
        if when := agreed.get(phase):
            day = date_format(timezone.localtime(when), "MONTH_DAY_FORMAT")
            notes.append(_("agreed on %(day)s") % {"day": day})
        state = "done" if is_over or place < here else "now" if place == here else "next"
        shown.append({"title": str(phase.label), "state": state, "note": " · ".join(notes)})
    return shown


def _facts(initiative: Initiative, *, topics: list[str]) -> list[dict[str, str]]:
    """What is told about the initiative, as pairs; what nobody told is left out."""
    displacement = str(initiative.get_displacement_display())
    said = [
        (_("The goal for society"), initiative.societal_goal),
        (_("What is new"), initiative.what_is_new),
        (_("Own goal"), initiative.own_goal),
        (_("Topics"), ", ".join(topics)),
        (
            _("Does it move public tasks out?"),
            f"{displacement}. {initiative.displacement_says}".strip(". ") + ".",
        ),
    ]
    return [{"label": label, "value": value} for label, value in said if value]


def _chip(partner: Partner) -> dict[str, Any]:
    """A partner as a chip."""
    return {
        "name": str(partner),
        "side": partner.actor_kind,
        "is_organisation": partner.organisation_id is not None,
    }


def _carries(request: MunicipalityRequest, initiative: Initiative) -> bool:
    """Whether the reader may change this initiative, kept like everything else about it."""
    if not isinstance(request.user, Person):
        return False
    roles = "+".join(sorted(roles_of(request.user, request.municipality)))
    part = f"carries:{request.user.pk}:{roles}"
    return kept(initiative, part, lambda: may_change(request.user, initiative))


def _actions(initiative: Initiative, panels: list[Ready], *, carries: bool) -> list[dict[str, Any]]:
    """What the reader can do now: the first is the page’s one main button."""
    if initiative.merged_into is not None:
        other = initiative.merged_into
        title = _("Go to “%(initiative)s”") % {"initiative": other.title}
        return [{"title": title, "url": other.get_absolute_url()}]
    if not initiative.is_open:
        url = address("initiatives:resume", initiative.slug)
        return [{"title": _("Take it up again"), "url": url}] if carries else []
    offered = [panel.action for panel in panels if panel.action]
    if carries:
        url = address("initiatives:steps", initiative.slug)
        offered.append({"title": _("Take a step"), "url": url, "order": 30})
    else:
        url = address("initiatives:join", initiative.slug)
        offered.append({"title": _("Become a partner"), "url": url, "order": 20})
    return sorted(offered, key=lambda action: action.get("order", 100))[:3]
