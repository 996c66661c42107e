"""Setting the table, and drawing the map of who is touched, knows, can help or can block."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_facilitate
from samskap.ledger.hands import KIND_OF_ORGANISATION
from samskap.ledger.models import ActorKind
from samskap.negotiations.actions.holding import happened, held, held_party, tell_people, tell_table
from samskap.negotiations.errors import (
    GroupWasAsked,
    HasANegotiation,
    NotAMediator,
    NotFromHere,
    NotYoursToLead,
    NotYoursToMap,
    NotYoursToStart,
    OnTheMapAlready,
    SaidBehindClosedDoors,
    SayHowYouAsked,
    WaitsForAYes,
)
from samskap.negotiations.models import Assent, Negotiation, Party
from samskap.negotiations.permissions import (
    may_hand_over,
    may_lead,
    may_map,
    may_set_up,
    may_start,
)
from samskap.organisations.models import Organisation
from samskap.organisations.queries import speakers_of, who_looks_after
from samskap.people.models import Person
from samskap.places.models import Area

State = Negotiation.State
ACTOR_OF_SORT: dict[str, ActorKind] = {
    Party.Sort.PUBLIC: ActorKind.PUBLIC_UNIT,
    Party.Sort.ASSOCIATION: ActorKind.ASSOCIATION,
    Party.Sort.BUSINESS: ActorKind.BUSINESS,
    Party.Sort.KNOWLEDGE: ActorKind.ACADEMIA,
    Party.Sort.UNORGANISED: ActorKind.RESIDENT,
    Party.Sort.OTHER: ActorKind.RESIDENT,
}
SORT_OF_ORGANISATION: dict[str, Party.Sort] = {
    Organisation.Kind.ASSOCIATION: Party.Sort.ASSOCIATION,
    Organisation.Kind.BUSINESS: Party.Sort.BUSINESS,
    Organisation.Kind.SOCIAL_ENTREPRENEUR: Party.Sort.BUSINESS,
    Organisation.Kind.ACADEMIA: Party.Sort.KNOWLEDGE,
    Organisation.Kind.FAITH_COMMUNITY: Party.Sort.ASSOCIATION,
    Organisation.Kind.PUBLIC_UNIT: Party.Sort.PUBLIC,
    Organisation.Kind.COUNCIL: Party.Sort.PUBLIC,
    Organisation.Kind.COMMITTEE: Party.Sort.PUBLIC,
}


@transaction.atomic
def start(
    *,
    initiative: Initiative,
    by: Person,
    matter: str,
    about: str = "",
    language: str,
    review_months: int = 3,
    is_open: bool = True,
    first: list[str] | None = None,
) -> Negotiation:
    """Set a table for an initiative; whoever does it is the mediator until another is named.

    first  the groups that came to mind before anybody asked who is missing (SC-18, step 1). An
           organisation that is registered here is linked by its name.

    Refuses with NotYoursToStart, NotOpen or HasANegotiation.
    """
    initiative = locked(initiative)
    if not may_start(by, initiative):
        raise NotYoursToStart
    must_be_open(initiative)
    if Negotiation.objects.filter(initiative=initiative).exists():
        raise HasANegotiation(initiative=initiative.title)
    negotiation = Negotiation.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        matter=matter.strip(),
        about=about.strip(),
        language=language,
        mediator=by,
        is_open=is_open,
        review_months=review_months,
    )
    names = list(dict.fromkeys(name for name in first or [] if name))
    known = Organisation.objects.of(initiative.municipality).filter(name__in=names)
    named = {organisation.name: organisation for organisation in known}
    for name in names:
        _new_party(negotiation, name=name, organisation=named.get(name), was_first=True)
    happened("table_set", negotiation, negotiation, by=by.pseudonym_key)
    return negotiation


@transaction.atomic
def set_up(
    *, negotiation: Negotiation, by: Person, mediator: Person | None = None, **words: Any
) -> Negotiation:
    """Change what is to be agreed, who may read, how often all look back, and who mediates.

    words  matter, about, language, review_months; is_open only from whoever leads

    Refuses with NotYoursToStart, IsOver, NotYoursToLead, NotAMediator or SaidBehindClosedDoors.
    """
    negotiation = held(negotiation)
    if not may_set_up(by, negotiation):
        raise NotYoursToStart
    is_new = mediator is not None and mediator.pk != negotiation.mediator_id
    if is_new and not may_hand_over(by, negotiation):
        raise NotYoursToLead
    if mediator is not None and is_new and not may_facilitate(mediator, negotiation.initiative):
        raise NotAMediator
    before, was_open = negotiation.mediator_id, negotiation.is_open
    if words.get("is_open", was_open) != was_open:
        if not may_lead(by, negotiation):
            raise NotYoursToLead
        if not was_open and _was_spoken_at(negotiation):
            raise SaidBehindClosedDoors
    for name, value in words.items():
        setattr(negotiation, name, value.strip() if isinstance(value, str) else value)
    negotiation.mediator = mediator or negotiation.mediator
    negotiation.save()
    happened("table_set_up", negotiation, negotiation, by=by.pseudonym_key)
    if before != negotiation.mediator_id:
        tell_table(
            negotiation,
            kind="mediator",
            label=format_lazy(_("“{matter}” has another mediator."), matter=negotiation.matter),
            text=_("Whoever mediates knows who is behind a pseudonym. Say so if you object."),
            but=by,
        )
    if was_open != negotiation.is_open:
        label = (
            _("Everybody may read the options of “{matter}” from now on.")
            if negotiation.is_open
            else _("Only those at the table read the options of “{matter}” from now on.")
        )
        said = format_lazy(label, matter=negotiation.matter)
        tell_table(negotiation, kind="readers", label=said, but=by)
    return negotiation


def _was_spoken_at(negotiation: Negotiation) -> bool:
    """Whether options were laid, or reasons given, that an open table would show to everybody."""
    reasons = Assent.objects.filter(party__negotiation=negotiation).exclude(reason="")
    return bool(negotiation.options.exists() or reasons.exists())


@transaction.atomic
def add_party(
    *,
    negotiation: Negotiation,
    by: Person,
    name: str,
    organisation: Organisation | None = None,
    sort: str = "",
    area: Area | None = None,
    marks: dict[str, bool] | None = None,
) -> Party:
    """Put a group on the map.

    marks  is_touched, knows, can_help, can_block: several may hold

    Refuses with NotYoursToMap, IsOver, NotFromHere or OnTheMapAlready.
    """
    negotiation = held(negotiation)
    if not may_map(by, negotiation):
        raise NotYoursToMap
    if organisation and organisation.municipality_id != negotiation.municipality_id:
        raise NotFromHere(name=organisation.name)
    party = _new_party(
        negotiation, name=name, organisation=organisation, sort=sort, area=area, **(marks or {})
    )
    happened("party_added", party, negotiation, by=by.pseudonym_key)
    return party


@transaction.atomic
def change_party(*, party: Party, by: Person, **words: Any) -> Party:
    """Change what the map says of a group: its name, sort, area, marks, why it is missing.

    came_on  the day on which it took part, where nobody speaks for it at the table

    Refuses with NotYoursToMap, IsOver, WaitsForAYes or OnTheMapAlready.
    """
    party = _mapped(party, by)
    if party.joined_on is not None and not words.get("came_on", party.came_on):
        words["came_on"] = party.joined_on
    for name, value in words.items():
        setattr(party, name, value.strip() if isinstance(value, str) else value)
    if "sort" in words and party.organisation is None:
        party.actor_kind = ACTOR_OF_SORT[party.sort]
    saved(party)
    happened("party_changed", party, party.negotiation, by=by.pseudonym_key)
    return party


@transaction.atomic
def invite(*, party: Party, by: Person, how: str, on: date | None = None) -> Party:
    """Write down that a group was asked, how and when; an organisation here is told at once.

    Refuses with NotYoursToMap, IsOver, WaitsForAYes or SayHowYouAsked.
    """
    party = _mapped(party, by)
    if not how.strip():
        raise SayHowYouAsked
    party.invited_on, party.invited_by = on or timezone.localdate(), by
    party.invited_how = how.strip()
    party.save()
    happened("party_invited", party, party.negotiation, by=by.pseudonym_key)
    if party.organisation is not None:
        speaking = {each.person_id: each.person for each in speakers_of(party.organisation)}
        for person in who_looks_after(party.organisation):
            speaking.setdefault(person.pk, person)
        tell_people(
            party.negotiation,
            speaking.values(),
            kind="invited",
            label=format_lazy(
                _("“{party}” is asked to the table: {matter}"),
                party=party.name,
                matter=party.negotiation.matter,
            ),
            text=_("Whoever may speak for the organisation can take the seat on this page."),
            but=by,
        )
    return party


@transaction.atomic
def take_off(*, party: Party, by: Person) -> None:
    """Take a group off the map that was never asked and never came.

    Refuses with NotYoursToMap, IsOver, WaitsForAYes or GroupWasAsked.
    """
    party = _mapped(party, by)
    if party.invited_on or party.came_on:
        raise GroupWasAsked(party=party.name)
    happened("party_taken_off", party, party.negotiation, by=by.pseudonym_key)
    party.delete()


def _mapped(party: Party, by: Person) -> Party:
    """Hold the table of a group on the map, for those who draw it.

    Refuses with NotYoursToMap, IsOver or WaitsForAYes.
    """
    party = held_party(party)
    if not may_map(by, party.negotiation):
        raise NotYoursToMap
    if party.asks_for_place:
        raise WaitsForAYes(party=party.name)
    return party


def _new_party(
    negotiation: Negotiation, *, name: str, organisation: Organisation | None, **more: Any
) -> Party:
    """Make a group on the map, of the sort of its organisation where it has one."""
    sort = more.pop("sort", "") or Party.Sort.UNORGANISED
    if organisation is not None:
        sort = SORT_OF_ORGANISATION[organisation.kind]
    actor_kind = KIND_OF_ORGANISATION[organisation.kind] if organisation else ACTOR_OF_SORT[sort]
    party = Party(
        municipality=negotiation.municipality,
        negotiation=negotiation,
        name=name.strip(),
        organisation=organisation,
        sort=sort,
        actor_kind=actor_kind,
        **more,
    )
    return saved(party)


def saved(party: Party) -> Party:
    """Save a group; the database lets each name and organisation stand once."""
    try:
        with transaction.atomic():
            party.save()
    except IntegrityError as twice:
        raise OnTheMapAlready(name=party.name) from twice
    return party


def page_of(party: Party) -> str:
    """Where the map keeps a group."""
    return address("negotiations:party", party.pk)
