"""What rotas show on the page of an initiative, and on the desk."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from samskap.base.modules import Panel, Task, Waiting
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import for_everyone, kept
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person
from samskap.rotas import cards
from samskap.rotas.actions.rotas import RUNNING
from samskap.rotas.permissions import may_open
from samskap.rotas.queries.figures import figures_of
from samskap.rotas.queries.planner import suggested_to
from samskap.rotas.queries.rotas import kept_by, rotas_here, rotas_of, sparks_of
from samskap.rotas.queries.shifts import to_settle, unsettled
from samskap.rotas.words import when

MOST = 10


def rota_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """What became of the opening hours, how well shifts are covered, and the way to take one."""
    rotas = kept(initiative, "rotas.panel", lambda: rotas_shown(initiative))
    runs = initiative.is_open and initiative.phase in RUNNING
    opens = not rotas and runs and may_open(request.user, initiative)
    if not rotas and not opens:
        return None
    facts: dict[str, Any] = {
        "rotas": rotas,
        "open_url": reverse("rotas:open", args=[initiative.slug]) if opens else "",
    }
    running = next((each["url"] for each in rotas if each["is_open"]), "")
    if running and initiative.is_open:
        url = f"{running}#ahead"
        facts["action"] = {"title": gettext("Take a turn"), "url": url, "order": 5}
    return Panel(template="rotas/panel.html", facts=facts, order=15)


@for_everyone
def origin_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """Where an initiative began, if it was an idea at a place that runs."""
    sparks = sparks_of(initiative)
    if not sparks:
        return None
    rota = sparks[0].rota
    facts = {"title": rota.title, "url": rota.get_absolute_url()}
    return Panel(template="rotas/origin.html", facts=facts, order=90, aside=True)


def rotas_shown(initiative: Initiative) -> list[dict[str, Any]]:
    """Each rota of an initiative, with its claim and its figures."""
    shown: list[dict[str, Any]] = []
    if not rotas_here(initiative):
        return shown
    for rota in rotas_of(initiative):
        figures = figures_of(rota)
        shown.append(
            {
                "title": rota.title,
                "url": rota.get_absolute_url(),
                "is_open": rota.is_open,
                "claim": cards.claim_of(rota, figures),
                "chart": cards.hours_chart(rota, figures),
                "numbers": cards.numbers_of(rota, figures),
            }
        )
    return shown


def turns_waiting(request: MunicipalityRequest) -> Waiting | None:
    """One’s own turns that are over and not confirmed."""
    if not isinstance(request.user, Person):
        return None
    turns = unsettled(request.user, request.municipality)
    tasks = [
        Task(
            title=turn.shift.rota.title,
            url=turn.shift.get_absolute_url(),
            note=str(when(turn.shift)),
        )
        for turn in turns[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(
        title=gettext("Were you there?"),
        tasks=tasks,
        in_all=turns.count(),
        url=reverse("rotas:mine"),
    )


def shifts_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Shifts that are over, and of which nobody has said who was there, for who keeps the rota."""
    if not isinstance(request.user, Person):
        return None
    shifts = to_settle(kept_by(request.user, request.municipality))
    tasks = [
        Task(
            title=shift.rota.title,
            url=f"{shift.get_absolute_url()}#confirm",
            note=str(when(shift)),
        )
        for shift in shifts[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(
        title=gettext("Who was there?"),
        tasks=tasks,
        in_all=shifts.count(),
        url=reverse("rotas:to_confirm"),
    )


def suggestions_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Shifts that a plan suggests to whoever looks, and that wait for their answer."""
    if not isinstance(request.user, Person):
        return None
    suggestions = suggested_to(request.user, request.municipality)
    tasks = [
        Task(
            title=suggestion.plan.rota.title,
            url=reverse("rotas:suggested"),
            note=str(when(suggestion.need.shift)),
            due_on=suggestion.need.shift.day,
        )
        for suggestion in suggestions[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(
        title=gettext("Suggested to you"),
        tasks=tasks,
        in_all=suggestions.count(),
        url=reverse("rotas:suggested"),
    )
