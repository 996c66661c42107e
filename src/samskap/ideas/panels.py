"""What ideas show on the page of an initiative, and on the desk."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.ideas import merged, queries
from samskap.ideas.cards import card_of
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import kept
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person


def ideas_panel(request: HttpRequest, initiative: Initiative) -> Panel:
    """The newest of what was given, the open questions, and the way to all of it.

    What stands in it is kept for all who support the same of what is shown; nothing in it else
    depends on who reads, and the form of its buttons is made anew for each.
    """
    keys = kept(initiative, "ideas.shown", lambda: newest_keys(initiative))
    mine = sorted(supported_among(request.user, keys))
    facts: dict[str, Any] = {
        "inside": kept(initiative, f"ideas.inside:{mine}", lambda: inside(initiative, set(mine))),
        "cards": bool(keys),
    }
    if initiative.is_open:
        give = address("ideas:give", initiative.slug)
        facts["action"] = {"title": gettext("Give an idea"), "url": give, "order": 10}
    return Panel(template="ideas/panel.html", facts=facts, order=30)


def newest_keys(initiative: Initiative) -> list[int]:
    """The keys of what is shown."""
    return [idea.pk for idea in queries.newest_of(initiative)]


def supported_among(reader: Any, keys: list[int]) -> set[int]:
    """Which of these ideas the reader supports."""
    if not keys or not isinstance(reader, Person):
        return set()
    return queries.supported_among_newest(reader, keys)


def inside(initiative: Initiative, mine: set[int]) -> SafeString:
    """Draw what was given, as those see it who support these of it."""
    newest = queries.newest_of(initiative)
    facts = {
        "initiative": initiative,
        "cards": [card_of(idea, is_mine=idea.pk in mine) for idea in newest],
        "questions": queries.open_now(queries.questions_of(initiative))[: queries.SHOWN],
    }
    return render_to_string("ideas/panel_inside.html", facts)


MOST = 10  # lines on the desk


def objections_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Objections to what was put together, where whoever looks may answer; the oldest first."""
    reader = request.user
    if not isinstance(reader, Person):
        return None
    waits = merged.objections_for(reader, request.municipality)
    shown = list(waits[:MOST])
    if not shown:
        return None
    tasks = [
        Task(
            title=_("An author objects"),
            url=address("ideas:answer_objection", objection.pk),
            note=objection.merge.into.title,
        )
        for objection in shown
    ]
    return Waiting(title=_("Ideas that were put together"), tasks=tasks, in_all=waits.count())
