"""What deliberations show on the page of an initiative, and on the desk."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.deliberation.cards import in_words, question_of
from samskap.deliberation.languages import wanted
from samskap.deliberation.models import Deliberation
from samskap.deliberation.permissions import may_start
from samskap.deliberation.queries.deliberations import deliberations_of, waits
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_be_changed_by
from samskap.initiatives.queries.kept import for_everyone, kept, may_begin
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

MOST = 10


@for_everyone
def deliberations_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """The deliberations of an initiative; it costs no question of its own."""
    found = deliberations_of(initiative)
    if not found:
        return None
    facts = kept(initiative, "deliberation.panel", lambda: shown(found))
    return Panel(template="deliberation/panel.html", facts=facts, order=18)


def start_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """Where those who lead an initiative start one."""
    if not may_begin(request.user, initiative, "deliberation.starts", may_start):
        return None
    facts = {"start_url": address("deliberation:start", initiative.slug)}
    return Panel(template="deliberation/start_panel.html", facts=facts, order=94, aside=True)


def shown(found: list[Deliberation]) -> dict[str, Any]:
    """The deliberations of a panel, as lines."""
    return {
        "lines": [
            {
                **question_of(each, wanted()),
                "url": each.get_absolute_url(),
                "map_url": address("deliberation:map", each.pk) if each.has_begun else "",
                "words": in_words(each),
                "is_open": each.is_open,
            }
            for each in found
        ]
    }


def statements_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Deliberations in which statements wait to be read by whoever looks."""
    reader = request.user
    if not isinstance(reader, Person):
        return None
    led = Initiative.objects.of(request.municipality).filter(
        may_be_changed_by(reader, request.municipality)
    )
    found = (
        Deliberation.objects.of(request.municipality)
        .filter(initiative__in=led)
        .annotate(
            waits=Count("statements", filter=waits("statements__"), distinct=True),
            translations=Count(
                "statements__texts",
                filter=Q(statements__texts__waiting_since__isnull=False),
                distinct=True,
            ),
        )
        .filter(Q(waits__gt=0) | Q(translations__gt=0))
        .order_by("-waits", "-translations", "pk")
    )
    tasks = [
        Task(
            title=each.question,
            url=address("deliberation:queue", each.pk),
            note=" · ".join(what_waits(each.waits, each.translations)),
        )
        for each in found[:MOST]
    ]
    if not tasks:
        return None
    in_all = found.count() if len(tasks) == MOST else len(tasks)
    return Waiting(title=gettext("Statements to read"), tasks=tasks, in_all=in_all)


def what_waits(statements: int, translations: int) -> Iterator[str]:
    """How many statements and translations wait to be read, in words."""
    if statements:
        said = ngettext("%(n)s statement waits", "%(n)s statements wait", statements)
        yield said % {"n": statements}
    if translations:
        said = ngettext("%(n)s translation waits", "%(n)s translations wait", translations)
        yield said % {"n": translations}
