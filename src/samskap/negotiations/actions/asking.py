"""Asking for a place: whoever has a stake and no organisation puts themselves on the map."""

from collections.abc import Iterable

from django.db import models, transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.ledger.models import Channel
from samskap.negotiations.actions.holding import happened, held, held_party, tell_people
from samskap.negotiations.actions.mapping import page_of, saved
from samskap.negotiations.actions.seating import SIT, new_seat, sit_down, write_behind
from samskap.negotiations.errors import (
    HasAPlace,
    NoMediator,
    NotYoursToLead,
    PlaceIsAnswered,
    SayWhyNot,
)
from samskap.negotiations.models import Negotiation, Party, Position, Spokesperson
from samskap.negotiations.permissions import is_mediator, may_lead
from samskap.negotiations.queries.mapping import asking_at
from samskap.negotiations.queries.seats import own_seat
from samskap.people.models import Person
from samskap.people.permissions import require_level_for


class Answer(models.TextChoices):
    """What becomes of somebody who asks for a place."""

    SEAT = "seat", pgettext_lazy("a place on the map", "Yes: on the map, with a seat at the table")
    MAP = "map", pgettext_lazy("a place on the map", "Yes: on the map, without a seat for now")
    NO = "no", pgettext_lazy("a place on the map", "No")


@transaction.atomic
def ask_for_place(
    *,
    negotiation: Negotiation,
    by: Person,
    name: str,
    need: str,
    language: str,
    marks: dict[str, bool],
    readers: str = Position.Readers.PARTIES,
    is_hidden: bool = False,
    reach: str = "",
) -> Party:
    """Ask to stand on the map for oneself, with what one needs; it waits for the mediator’s yes.

    Everybody who knows the problem is asked, also whoever speaks for nobody but themselves (R-069).

    name       as all may read it; a pseudonym where is_hidden
    marks      is_touched, knows, can_help
    readers    who reads the need after a yes; until then only those who answer
    is_hidden  nobody but the mediator knows who it is (SC-18, step 2)

    Refuses with IsOver, SignInNeeded, StrongerSignInNeeded, HasAPlace, NoMediator,
    PseudonymIsANameOfSomebody or OnTheMapAlready.
    """
    negotiation = held(negotiation)
    require_level_for(SIT, by, negotiation.municipality)
    if own_seat(negotiation, by) is not None:
        raise HasAPlace
    mediator = negotiation.mediator
    if is_hidden and (mediator is None or not is_mediator(mediator, negotiation)):
        raise NoMediator
    party = Party(
        municipality=negotiation.municipality,
        negotiation=negotiation,
        name=name.strip(),
        invited_by=by,
        **marks,
    )
    behind = f"{by.given_name} {by.family_name}".strip() or by.email
    called = party.name if is_hidden else ""
    seat = new_seat(party, called, channel=Channel.WEB, is_hidden=is_hidden, behind=behind)
    seat.party, seat.person = saved(party), by
    seat.save()
    write_behind(seat, behind=behind, reach=reach, why="")
    Position.objects.create(
        municipality=party.municipality,
        party=party,
        kind=Position.Kind.INTEREST,
        text=need.strip(),
        language=language,
        readers=readers,
    )
    actor = party.public_id if is_hidden else by.pseudonym_key
    happened("place_asked_for", party, negotiation, by=actor)
    tell_people(
        negotiation,
        leaders_of(negotiation),
        kind="place_asked_for",
        label=format_lazy(
            _("Somebody asks for a place on the map: {matter}"), matter=negotiation.matter
        ),
        text=_("They stand there once you have said yes."),
        path=page_of(party),
        but=by,
    )
    return party


@transaction.atomic
def answer_place(*, party: Party, by: Person, says: str, reason: str = "") -> None:
    """Say yes or no to somebody who asks for a place; whoever is on the map may get a seat later.

    A no leaves nothing behind but the letter with its reason.

    Refuses with NotYoursToLead, IsOver, PlaceIsAnswered or SayWhyNot.
    """
    party = held_party(party)
    if not may_lead(by, party.negotiation):
        raise NotYoursToLead
    seat = seat_asked_for(party)
    if seat is None or (says != Answer.SEAT and not party.asks_for_place):
        raise PlaceIsAnswered
    if says == Answer.NO:
        if not reason.strip():
            raise SayWhyNot
        _turn_away(party, by=by, seats=[seat], reason=reason.strip())
        return
    today = timezone.localdate()
    if party.asks_for_place:
        party.invited_on, party.invited_by = today, by
        party.invited_how = gettext("asked for a place of their own accord")
        party.came_on = today  # they have said what they need
        party.save()
        happened("place_given", party, party.negotiation, by=by.pseudonym_key)
    if says == Answer.SEAT:
        sit_down(party, by=by, seat=seat)  # which tells all at the table, so also them
        return
    tell_people(
        party.negotiation,
        [seat.person] if seat.person else [],
        kind="place_given",
        label=format_lazy(_("You stand on the map: {matter}"), matter=party.negotiation.matter),
        path=map_of(party.negotiation),
        but=by,
    )


@transaction.atomic
def take_back(*, negotiation: Negotiation, by: Person) -> None:
    """Take oneself off the map, and what one said with it, as long as one has no seat.

    Refuses with IsOver or PlaceIsAnswered.
    """
    negotiation = held(negotiation)
    seat = own_seat(negotiation, by)
    if seat is None or seat.joined_at is not None:
        raise PlaceIsAnswered
    happened("place_taken_back", seat.party, negotiation, by=None)
    seat.party.delete()


def turn_all_away(negotiation: Negotiation, *, by: Person, reason: str) -> None:
    """Say no to all who still ask for a place, because the table is over."""
    for party in asking_at(negotiation):
        party.negotiation = negotiation
        seats = party.spokespersons.select_related("person")
        _turn_away(party, by=by, seats=seats, reason=reason)


def seat_asked_for(party: Party) -> Spokesperson | None:
    """The seat of whoever put themselves on the map and does not sit at the table."""
    seats = party.spokespersons.filter(joined_at=None, person__isnull=False)
    found: Spokesperson | None = seats.select_related("person").first()
    return found


def leaders_of(negotiation: Negotiation) -> list[Person]:
    """Who answers: the mediator, or those who facilitate where nobody mediates any more."""
    mediator = negotiation.mediator
    if mediator is not None and may_lead(mediator, negotiation):
        return [mediator]
    return list(negotiation.initiative.facilitators.all())


def map_of(negotiation: Negotiation) -> str:
    """Where the map is."""
    return address("negotiations:map", negotiation.initiative.slug)


def _turn_away(party: Party, *, by: Person, seats: Iterable[Spokesperson], reason: str) -> None:
    """Tell whoever asked that they get no place, and let everything be gone."""
    tell_people(
        party.negotiation,
        [seat.person for seat in seats if seat.person is not None],
        kind="place_refused",
        label=format_lazy(
            _("You get no place on the map: {matter}"), matter=party.negotiation.matter
        ),
        text=reason,
        path=map_of(party.negotiation),
        but=by,
    )
    happened("place_refused", party, party.negotiation, by=by.pseudonym_key)
    party.delete()
