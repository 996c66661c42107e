"""What negotiations show on the page of an initiative, and on the desk."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.base.modules import Panel, Task, Waiting
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import for_everyone, kept, may_begin
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.negotiations.models import Negotiation, Option, Party, Review, Spokesperson, Stance
from samskap.negotiations.permissions import may_start, spoken_for_by
from samskap.negotiations.queries.mapping import map_of, on_map
from samskap.negotiations.queries.negotiations import negotiations_of
from samskap.people.models import Person

MOST = 10  # lines on the desk
SOON = timedelta(days=14)
State = Negotiation.State


@for_everyone
def table_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """The table of an initiative: how far it has come, who sits there, who is missing."""
    found = negotiations_of(initiative)
    if not found:
        return None
    negotiation = found[0]
    figures = kept(initiative, "negotiations.table", lambda: figures_of(negotiation))
    facts: dict[str, Any] = {
        **figures,
        "matter": negotiation.matter,
        "lang": negotiation.language,
        "state": negotiation.get_state_display(),
        "url": address("negotiations:table", initiative.slug),
        "map_url": address("negotiations:map", initiative.slug),
    }
    return Panel(template="negotiations/parts/panel.html", facts=facts, order=33)


def start_panel(request: HttpRequest, initiative: Initiative) -> Panel | None:
    """The way to a table, for those who facilitate, where there is none yet."""
    if not may_begin(request.user, initiative, "negotiations.starts", _may_start_first):
        return None
    start = {"url": address("negotiations:start", initiative.slug)}
    return Panel(template="negotiations/parts/start_panel.html", facts=start, order=91)


def _may_start_first(by: Person, initiative: Initiative) -> bool:
    """Whether somebody may set the first table of an initiative; there is one at the most."""
    return may_start(by, initiative) and not negotiations_of(initiative)


def figures_of(negotiation: Negotiation) -> dict[str, int | None]:
    """The figures that all readers share; kept until something happens to the initiative."""
    found = map_of(negotiation)
    return {
        "seated": len(found.seated),
        "first": found.first,
        "groups": len(found.parties),
        "came": len(found.active),
        "percent": found.percent,
    }


def seats_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Options of one’s tables to which one’s party has said nothing yet, the oldest first."""
    reader = request.user
    if not isinstance(reader, Person):
        return None
    seats = Spokesperson.objects.of(request.municipality).filter(spoken_for_by(reader))
    sits = Party.objects.filter(
        Q(left_on=None) | Q(came_back_on__isnull=False),
        pk__in=seats.values("party"),
        negotiation=OuterRef("negotiation"),
    )
    silent = sits.exclude(
        pk__in=Stance.objects.filter(option=OuterRef(OuterRef("pk"))).values("party")
    )
    options = Option.objects.of(request.municipality).filter(
        Exists(silent), withdrawn_at=None, negotiation__state=State.TABLE
    )
    tasks = [
        Task(
            title=_("Say whether you can live with it"),
            url=address("negotiations:option", each.pk),
            note=each.title,
        )
        for each in options.order_by("pk")[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=_("Options on your table"), tasks=tasks, in_all=options.count())


def tables_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Reviews that a mediator should hold soon, the most urgent first."""
    reader = request.user
    if not isinstance(reader, Person):
        return None
    soon = timezone.localdate() + SOON
    ahead = Review.objects.of(request.municipality).filter(
        held_on=None, due_on__lte=soon, negotiation__mediator=reader
    )
    reviews = ahead.select_related("negotiation__initiative").order_by("due_on", "pk")
    tasks = [
        Task(
            title=_("Look at what was promised"),
            url=address("negotiations:reviews", each.negotiation.initiative.slug),
            note=each.negotiation.matter,
            due_on=each.due_on,
        )
        for each in reviews[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=_("Reviews of negotiations"), tasks=tasks, in_all=ahead.count())


def places_waiting(request: MunicipalityRequest) -> Waiting | None:
    """People who ask a mediator for a place on the map, whoever has waited longest first."""
    reader = request.user
    if not isinstance(reader, Person):
        return None
    theirs = Party.objects.of(request.municipality).filter(negotiation__mediator=reader)
    asks = theirs.exclude(on_map()).order_by("added_at", "pk")
    tasks = [
        Task(
            title=_("Say yes or no to a place on the map"),
            url=address("negotiations:party", each.pk),
            note=each.name,
        )
        for each in asks[:MOST]
    ]
    if not tasks:
        return None
    return Waiting(title=_("People who ask for a place"), tasks=tasks, in_all=asks.count())


def silent_waiting(request: MunicipalityRequest) -> Waiting | None:
    """Parties that stayed away lately: for the mediator to call, and for themselves to know."""
    reader = request.user
    if not isinstance(reader, Person):
        return None
    seats = Spokesperson.objects.of(request.municipality).filter(spoken_for_by(reader))
    sits = Q(parties__in=seats.values("party")) | Q(mediator=reader)
    tables = Negotiation.objects.of(request.municipality).exclude(state=State.CLOSED)
    found = list(tables.filter(sits).distinct().select_related("initiative")[:MOST])
    mine = set(seats.values_list("party", flat=True)) if found else set()
    tasks = []
    for negotiation in found:
        leads = negotiation.mediator_id == reader.pk
        for party in map_of(negotiation).silent:
            if leads or party.pk in mine:
                tasks.append(
                    Task(
                        title=_("Missed at the last two meetings"),
                        url=address("negotiations:table", negotiation.initiative.slug),
                        note=party.name,
                    )
                )
    if not tasks:
        return None
    return Waiting(title=_("Parties that are silent"), tasks=tasks[:MOST], in_all=len(tasks))
