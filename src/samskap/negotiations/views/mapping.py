"""Setting the table, and the map of those who should sit at it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.addresses import address
from samskap.base.rates import count
from samskap.design.asking import Asking, asked, posted
from samskap.initiatives.permissions.initiative import KEEPERS
from samskap.ledger.models import Channel
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.negotiations import cards
from samskap.negotiations.actions import mapping as actions
from samskap.negotiations.actions import seating
from samskap.negotiations.errors import NotYoursToMap, NotYoursToStart
from samskap.negotiations.forms.mapping import (
    ChangePartyForm,
    InviteForm,
    PartyForm,
    SeatForm,
    SetUpForm,
    StartForm,
)
from samskap.negotiations.models import Negotiation, Party
from samskap.negotiations.permissions import may_lead, may_map, may_set_up, may_start
from samskap.negotiations.queries.mapping import map_of
from samskap.negotiations.queries.suggesting import suggestions
from samskap.negotiations.views.finding import (
    form_for,
    is_sent,
    pressed,
    the_initiative,
    the_negotiation,
    the_party,
)
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person
from samskap.people.queries import people_with_role
from samskap.places.models import Area


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
    maps = may_map(request.user, negotiation) and negotiation.is_running
    facts = {
        "negotiation": negotiation,
        "initiative": negotiation.initiative,
        "map": found,
        "numbers": cards.map_numbers(found),
        "chart": cards.coverage_chart(found),
        "quadrants": cards.quadrants(found),
        "rows": cards.party_rows(found, keeps=maps),
        "missing": cards.next_steps(found, negotiation.initiative.slug, maps=maps),
        "suggested": suggestions(negotiation, found.parties) if maps else [],
        "maps": maps,
        "leads": may_lead(request.user, negotiation),
        "sets_up": may_set_up(request.user, negotiation),
    }
    return render(request, "negotiations/map.html", facts)


@signed_in
def add(request: SignedInRequest, slug: str) -> HttpResponse:
    """Put a group on the map."""
    negotiation = the_negotiation(request, slug)
    if not may_map(request.user, negotiation):
        raise NotYoursToMap
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


def area_of(request: SignedInRequest, key: int | None) -> Any:
    """The area that was chosen, if any."""
    return Area.objects.of(request.municipality).filter(pk=key).first() if key else None


@signed_in
def party(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep one group: what the map says of it, asking it, and who speaks for it."""
    found = the_party(request, pk)
    if not may_map(request.user, found.negotiation):
        raise NotYoursToMap
    leads = may_lead(request.user, found.negotiation)
    shown = {
        "invite": form_for(request, "invite", InviteForm),
        "seat": form_for(request, "seat", SeatForm) if leads else None,
        "change": form_for(request, "change", ChangePartyForm, party=found),
    }
    if pressed(request)[0] == "take_off":
        count(request, "post")
        actions.take_off(party=found, by=request.user)
        messages.success(request, _("The group is off the map."))
        return redirect("negotiations:map", found.negotiation.initiative.slug)
    for name, form in shown.items():
        if is_sent(form):
            count(request, "post")
            keep(name, found, form, request)
            return redirect("negotiations:party", found.pk)
    facts = {
        "party": found,
        "negotiation": found.negotiation,
        "forms": shown,
        "seats": cards.seat_rows(found.spokespersons.select_related("person")),
        "facts": cards.party_facts(found),
        "can_go": not (found.invited_on or found.came_on),
    }
    return render(request, "negotiations/party.html", facts)


def keep(name: str, party: Party, form: Any, request: SignedInRequest) -> None:
    """Do what one of the forms says."""
    said, by = form.cleaned_data, request.user
    if name == "invite":
        actions.invite(party=party, by=by, how=said["how"], on=said["on"])
        messages.success(request, _("It is written down that they were asked."))
    elif name == "change":
        words = {key: said[key] for key in CHANGED if key in said}
        area = area_of(request, said["area"])
        actions.change_party(party=party, by=by, area=area, **words, **form.said_marks)
        messages.success(request, _("The map is changed."))
    elif said["channel"] == Channel.WEB:
        link = request.build_absolute_uri(reverse("negotiations:seat", args=["KEY"]))
        plain = {each: said[each] for each in SEAT if each != "channel"}
        key = seating.invite_to_seat(party=party, by=by, email=said["email"], link=link, **plain)
        messages.success(
            request,
            _("Give this address to whoever takes the seat; it is shown only now: %(link)s")
            % {"link": link.replace("KEY", key)},
        )
    else:
        seating.seat(party=party, by=by, **{each: said[each] for each in SEAT})
        messages.success(request, _("They sit at the table; you write for them."))


CHANGED = ("name", "sort", "came_on", "missing_because")
SEAT = ("channel", "called", "is_hidden", "behind", "reach", "why")
