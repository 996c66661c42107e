"""What hearings show on the page of an initiative, and on the desk."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.hearings.models import OVER, State
from samskap.hearings.permissions import may_plan, may_steward_in
from samskap.hearings.queries.hearings import hearings_of, planned_in, with_answers_owed
from samskap.initiatives.models import Initiative
from samskap.municipalities.middleware import MunicipalityRequest

MOST = 10  # lines on the desk


def hearings_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """The hearings of an initiative, and the way to plan one for those who may."""
    found = hearings_of(initiative)
    plans = initiative.is_open and may_plan(request.user, initiative)
    if not found and not plans:
        return None
    facts = {
        "hearings": [
            {
                "title": each.title,
                "lang": each.language,
                "url": address("hearings:hearing", each.slug),
                "state": each.get_state_display(),
                "is_open": each.state == State.OPEN,
                "is_late": each.is_late,
                "closes_on": each.closes_on,
                "is_over": each.state in OVER,
            }
            for each in found
        ],
        "plan_url": address("hearings:new", initiative.slug) if plans else "",
    }
    return Panel(template="hearings/parts/panel.html", facts=facts, order=25)


def hearings_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Hearings that wait for answers or for their report, and those that are planned."""
    if not may_steward_in(request.user, request.municipality):
        return None
    owed = with_answers_owed(request.municipality)
    shown = list(owed[:MOST])
    tasks = [
        Task(
            title=_("Write the report of a hearing")
            if each.state == State.ANSWERED
            else _("Answer statements in a hearing"),
            url=address("hearings:keep", each.slug)
            if each.state == State.ANSWERED
            else address("hearings:answers", each.slug),
            note=each.title,
        )
        for each in shown
    ]
    planned = planned_in(request.municipality)
    tasks += [
        Task(
            title=_("Open a hearing"),
            url=address("hearings:keep", each.slug),
            note=each.title,
            due_on=each.opens_on,
        )
        for each in planned[: MOST - len(tasks)]
    ]
    if not tasks:
        return None
    return Waiting(title=_("Hearings"), tasks=tasks, in_all=owed.count() + len(planned))
