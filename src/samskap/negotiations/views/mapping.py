"""Setting the table, and the map of those who should sit at it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.addresses import address
from samskap.design.asking import Asking, asked, posted
from samskap.initiatives.permissions.initiative import KEEPERS
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.negotiations import cards
from samskap.negotiations.actions import mapping as actions
from samskap.negotiations.errors import NotYoursToStart
from samskap.negotiations.forms.mapping import (
    PartyForm,
    SetUpForm,
    StartForm,
)
from samskap.negotiations.models import Negotiation
from samskap.negotiations.permissions import may_lead, may_map, may_set_up, may_start
from samskap.negotiations.queries.mapping import asking_at, map_of
from samskap.negotiations.queries.seats import own_seat
from samskap.negotiations.queries.suggesting import suggestions
from samskap.negotiations.reading import needs_of
from samskap.negotiations.views.finding import (
    area_of,
    the_initiative,
    the_negotiation,
)
from samskap.negotiations.views.places import ask_for_place
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person
from samskap.people.queries import people_with_role


@signed_in
def start(request: SignedInRequest, slug: str) -> HttpResponse:
    """Set a table for an initiative; where it stands, change how it is set."""
    initiative = the_initiative(request, slug)
    if not may_start(request.user, initiative):
        raise NotYoursToStart
    if Negotiation.objects.filter(initiative=initiative).exists():
        return set_up(request, the_negotiation(request, slug))
    form = StartForm(posted(request))
    return asked(
        request,
        about=initiative.title,
        form=form,
        asking=Asking(
            title=_("Set a table for all who know the matter"),
            lead=_(
                "Instead of the few who always sit there: first a map of who is touched, knows, can"
                " help or can block; then a table where each party has the same tools."
            ),
            submit=_("Set the table"),
            thanks=_("The table is set. Look now who is missing on the map."),
        ),
        act=lambda said: actions.start(initiative=initiative, by=request.user, **said),
        to=initiative.get_absolute_url(),
        goes_on=lambda made: address("negotiations:map", slug),
    )


def set_up(request: SignedInRequest, negotiation: Negotiation) -> HttpResponse:
    """Change what is to be agreed, who may read it, and who mediates."""
    form = SetUpForm(
        posted(request),
        negotiation=negotiation,
        mediators=mediators_for(negotiation),
        leads=may_lead(request.user, negotiation),
    )

    def act(said: dict[str, Any]) -> Negotiation:
        """Find who shall mediate, and change the table."""
        key = said.pop("mediator", None)
        named = Person.objects.filter(pk=key).first() if key else None
        return actions.set_up(negotiation=negotiation, by=request.user, mediator=named, **said)

    return asked(
        request,
        about=negotiation.initiative.title,
        form=form,
        asking=Asking(
            title=_("How the table is set"), submit=_("Save"), thanks=_("The table is changed.")
        ),
        act=act,
        to=negotiation.get_absolute_url(),
    )


def mediators_for(negotiation: Negotiation) -> list[Person]:
    """Who can mediate: those who facilitate the initiative or the municipality."""
    found = {person.pk: person for person in negotiation.initiative.facilitators.all()}
    for person in people_with_role(negotiation.municipality, *KEEPERS).order_by("pk"):
        found.setdefault(person.pk, person)
    if negotiation.mediator is not None:
        found.setdefault(negotiation.mediator.pk, negotiation.mediator)
    return list(found.values())


@require_safe
def show_map(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show who is touched, knows, can help and can block; who came and who is missing."""
    negotiation = the_negotiation(request, slug)
    found = map_of(negotiation)
    by = request.user
    maps = may_map(by, negotiation) and negotiation.is_running
    leads = may_lead(by, negotiation)
    own = own_seat(negotiation, by) if isinstance(by, Person) else None
    facts = {
        "negotiation": negotiation,
        "initiative": negotiation.initiative,
        "map": found,
        "numbers": cards.map_numbers(found),
        "chart": cards.coverage_chart(found),
        "quadrants": cards.quadrants(found),
        "rows": cards.party_rows(found, needs_of(negotiation, by), keeps=maps),
        "own": own,
        "asking": asking_at(negotiation) if leads and negotiation.is_running else [],
        "may_ask": negotiation.is_running and own is None and not maps,
        "missing": cards.next_steps(found, negotiation.initiative.slug, maps=maps),
        "suggested": suggestions(negotiation, found.parties) if maps else [],
        "maps": maps,
        "leads": leads,
        "sets_up": may_set_up(by, negotiation),
    }
    return render(request, "negotiations/map.html", facts)


@signed_in
def add(request: SignedInRequest, slug: str) -> HttpResponse:
    """Put a group on the map; whoever does not draw it asks for a place of their own."""
    negotiation = the_negotiation(request, slug)
    if not may_map(request.user, negotiation):
        return ask_for_place(request, negotiation)
    form = PartyForm(posted(request), municipality=request.municipality)
    return asked(
        request,
        about=negotiation.matter,
        form=form,
        asking=Asking(
            title=_("Put a group on the map"),
            lead=_("Who is touched by it, knows something, can help, or can block?"),
            submit=_("Put it on the map"),
            thanks=_("The group stands on the map. Ask it to the table next."),
        ),
        act=lambda said: actions.add_party(
            negotiation=negotiation,
            by=request.user,
            name=said["name"],
            organisation=said["organisation"],
            sort=said["sort"],
            area=area_of(request, said["area"]),
            marks=form.said_marks,
        ),
        to=address("negotiations:map", slug),
    )
