"""What hearings show on the page of an initiative, and on the desk."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.hearings.models import OVER, Hearing, State
from samskap.hearings.permissions import may_plan, may_steward_in
from samskap.hearings.queries.hearings import hearings_of, waiting_in
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import for_everyone, may_begin
from samskap.municipalities.middleware import MunicipalityRequest

MOST = 10  # lines on the desk


@for_everyone
def hearings_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """The hearings of an initiative; it costs no question of its own."""
    found = hearings_of(initiative)
    if not found:
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
    }
    return Panel(template="hearings/parts/panel.html", facts=facts, order=25)


def plan_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """Where those who may plan a hearing do so."""
    if not may_begin(request.user, initiative, "hearings.plans", may_plan):
        return None
    facts = {"plan_url": address("hearings:new", initiative.slug)}
    return Panel(template="hearings/parts/plan_panel.html", facts=facts, order=95, aside=True)


def hearings_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Hearings that wait for answers, for their report, or to be opened."""
    if not may_steward_in(request.user, request.municipality):
        return None
    found = waiting_in(request.municipality, MOST)
    if not found:
        return None
    in_all: int = found[0].in_all  # type: ignore[attr-defined]
    return Waiting(title=_("Hearings"), tasks=[task_of(each) for each in found], in_all=in_all)


def task_of(hearing: Hearing) -> Task:
    """What a hearing waits for, as a line of the desk."""
    keep = address("hearings:keep", hearing.slug)
    if hearing.state == State.PLANNED:
        return Task(
            title=_("Open a hearing"), url=keep, note=hearing.title, due_on=hearing.opens_on
        )
    if hearing.state == State.ANSWERED:
        return Task(title=_("Write the report of a hearing"), url=keep, note=hearing.title)
    return Task(
        title=_("Answer statements in a hearing"),
        url=address("hearings:answers", hearing.slug),
        note=hearing.title,
    )
