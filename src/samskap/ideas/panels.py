"""What ideas show on the page of an initiative, and on the desk."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskap.base.modules import Panel, Task, Waiting
from samskap.ideas import queries
from samskap.ideas.cards import cards_of, due_note
from samskap.ideas.permissions import ANSWERING_ROLES
from samskap.initiatives.models import Initiative
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.permissions import has_role

SHOWN = 5  # contributions on the page of an initiative


def ideas_panel(request: HttpRequest, initiative: Initiative) -> Panel:
    """The newest of what was given, the open questions, and the way to all of it."""
    newest = list(queries.ideas_of(initiative)[:SHOWN])
    facts = {
        "initiative": initiative,
        "cards": cards_of(newest, request.user),
        "questions": queries.open_now(queries.questions_of(initiative))[:SHOWN],
    }
    if initiative.is_open:
        give = reverse("ideas:give", args=[initiative.slug])
        facts["action"] = {"title": gettext("Give an idea"), "url": give, "order": 10}
    return Panel(template="ideas/panel.html", facts=facts, order=30)


def waiting_ideas(request: MunicipalityRequest) -> Waiting | None:
    """What waits for an answer, for those who answer on behalf of the municipality."""
    if not has_role(request.user, request.municipality, *ANSWERING_ROLES):
        return None
    waiting = queries.waiting_for_an_answer(request.municipality)
    tasks = [
        Task(
            title=standing.caption,
            url=standing.path,
            note=due_note(standing.account.initiative),
            due_on=standing.answer_due_on,
        )
        for standing in waiting[:10]
    ]
    return Waiting(
        title=_("Waiting for an answer"),
        tasks=tasks,
        in_all=waiting.count(),
        url=reverse("ideas:waiting"),
    )
