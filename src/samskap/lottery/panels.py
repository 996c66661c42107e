"""What lots show on the page of an initiative, and on the desk."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import for_everyone, kept
from samskap.lottery.cards import seats_in_words
from samskap.lottery.models import Lot, State
from samskap.lottery.permissions import STARTING
from samskap.lottery.queries import lots_of
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person
from samskap.people.permissions import has_role

MOST = 10
WAITS = (State.CLOSED, State.PLANNED, State.COMMITTED, State.REPLACING)


@for_everyone
def lots_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """The lots of an initiative; it costs no question of its own."""
    lots = lots_of(initiative)
    if not lots:
        return None
    return Panel(
        template="lottery/panel.html",
        facts=kept(initiative, "lottery.panel", lambda: shown(lots)),
        order=24,
    )


def start_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """Where the municipality’s own people let a panel be drawn; roles are known on every page."""
    if not initiative.is_open or not has_role(request.user, initiative.municipality, *STARTING):
        return None
    facts = {"start_url": address("lottery:start", initiative.slug)}
    return Panel(template="lottery/start_panel.html", facts=facts, order=93, aside=True)


def shown(lots: list[Lot]) -> dict[str, Any]:
    """The lots of a panel, as lines."""
    return {
        "lots": [
            {
                "title": lot.title,
                "lang": lot.language,
                "url": lot.get_absolute_url(),
                "state": lot.get_state_display(),
                "seats": seats_in_words(lot.size),
                "enter_url": address("lottery:enter", lot.pk)
                if lot.takes_in and lot.pool == Lot.Pool.EVERYBODY
                else "",
            }
            for lot in lots
        ]
    }


def lots_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Lots that one keeps, and that wait for their next step."""
    if not isinstance(request.user, Person):
        return None
    is_due = Q(state__in=WAITS) | Q(state=State.OPEN, closes_on__lt=timezone.localdate())
    lots = Lot.objects.of(request.municipality).filter(is_due, stewards=request.user)
    tasks = [
        Task(title=lot.title, url=address("lottery:keep", lot.pk), note=lot.get_state_display())
        for lot in lots[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=gettext("Lots that you keep"), tasks=tasks, in_all=lots.count())
