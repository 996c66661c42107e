"""What joint texts show on the page of an initiative, and on the desk."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.base.text import plain
from samskap.drafting.models import Change, Document
from samskap.drafting.permissions import may_start
from samskap.drafting.queries.changes import waiting_for
from samskap.drafting.queries.texts import documents_of
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import for_everyone, kept, may_begin
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

MOST = 10  # lines on the desk


@for_everyone
def texts_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """The joint texts of an initiative; it costs no question of its own."""
    documents = documents_of(initiative)
    if not documents:
        return None
    facts = kept(initiative, "drafting.panel", lambda: shown(documents))
    return Panel(template="drafting/panel.html", facts=facts, order=22)


def shown(documents: list[Document]) -> dict[str, Any]:
    """The texts of a panel, as lines."""
    return {
        "texts": [
            {
                "title": document.title,
                "lang": document.language,
                "url": document.get_absolute_url(),
                "state": document.get_state_display(),
            }
            for document in documents
        ]
    }


def start_panel(request: MunicipalityRequest, initiative: Initiative) -> Panel | None:
    """Where those who carry the initiative start a text; whether somebody does is kept."""
    if not may_begin(request.user, initiative, "drafting.starts", may_start):
        return None
    facts = {"start_url": address("drafting:start", initiative.slug)}
    return Panel(template="drafting/start_panel.html", facts=facts, order=92, aside=True)


def changes_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Proposed changes to texts that one writes; the oldest first."""
    if not isinstance(request.user, Person):
        return None
    return on_the_desk(
        waiting_for(request.user, request.municipality),
        title=gettext("Proposed changes to texts that you write"),
        task=lambda change: Task(
            title=asks_for(change),
            url=change.get_absolute_url(),
            note=change.document.title,
            due_on=change.contribution.standing.answer_due_on,
        ),
    )


def on_the_desk(
    waits: "QuerySet[Any]", *, title: str, task: Callable[[Any], Task]
) -> Waiting | None:
    """The first of what waits as lines of the desk, and how much waits in all."""
    tasks = [task(each) for each in waits[:MOST]]
    if not tasks:
        return None
    in_all = waits.count() if len(tasks) == MOST else len(tasks)
    return Waiting(title=title, tasks=tasks, in_all=in_all)


def asks_for(change: Change) -> str:
    """What a proposed change asks for, with the words that it begins with."""
    words = plain(change.text or change.base.text if change.base else change.text, 80)
    return f"{change.get_what_display()}: {words}"
