"""What every action has in common: a held initiative, one memory, and letters without names."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.db.models import Model
from django.utils.functional import Promise

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import locked
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand, giver_for, paper_hand, side_of
from samskap.ledger.models import ActorKind, Channel
from samskap.negotiations.errors import IsOver, NoMediator, NotAtTheTable, NotYourSeat
from samskap.negotiations.models import Negotiation, Party, Spokesperson
from samskap.negotiations.permissions import may_speak_at
from samskap.negotiations.queries.seats import speakers_at
from samskap.notices.actions import tell
from samskap.people.models import Person


def held(negotiation: Negotiation) -> Negotiation:
    """Let whoever comes second wait here; refuse with IsOver once the table is closed."""
    initiative = locked(negotiation.initiative)
    rows = Negotiation.objects.select_related("document", "agreed_on", "mediator")
    fresh: Negotiation = rows.get(pk=negotiation.pk)
    fresh.initiative = initiative
    if not fresh.is_running:
        raise IsOver
    return fresh


def held_party(party: Party) -> Party:
    """Hold the table of a party, and read the party anew."""
    negotiation = held(party.negotiation)
    fresh: Party = Party.objects.select_related("organisation", "giver").get(pk=party.pk)
    fresh.negotiation = negotiation
    return fresh


def seated_for(party: Party, by: Person) -> Party:
    """Hold a table for somebody who speaks for a party that sits there.

    Refuses with NotYourSeat, IsOver or NotAtTheTable.
    """
    party = held_party(party)
    if not may_speak_at(by, party):
        raise NotYourSeat
    if not party.is_seated:
        raise NotAtTheTable(party=party.name)
    return party


def speaks_for(by: Person, party: Party) -> Spokesperson | None:
    """The seat on which somebody speaks for a party; None where they only write it down."""
    found: Spokesperson | None = party.spokespersons.filter(
        person=by, joined_at__isnull=False
    ).first()
    return found


def actor_of(by: Person, party: Party) -> UUID:
    """Who the memory names: under a pseudonym the party, so that nothing leads to the person."""
    seat = speaks_for(by, party)
    return party.public_id if seat is not None and seat.is_hidden else by.pseudonym_key


def hand_of(party: Party, *, by: Person, channel: str = Channel.WEB) -> Hand:
    """The hand of a party, whoever presses the button.

    Under a pseudonym, and where the mediator writes it down, the giver is the party’s own: it has
    the party’s name and leads to nobody.
    """
    seat = speaks_for(by, party)
    is_own = seat is not None and not seat.is_hidden and channel == Channel.WEB
    giver = giver_for(by, party.municipality) if is_own else None
    if giver is None:
        giver = (
            party.giver or paper_hand(by=by, municipality=party.municipality, name=party.name).giver
        )
        if party.giver_id is None:
            Party.objects.filter(pk=party.pk).update(giver=giver)
            party.giver = giver
    return Hand(
        by=by,
        giver=giver,
        actor_kind=ActorKind(party.actor_kind),
        speaking_for=party.organisation,
        channel=Channel(channel),
        entered_on_behalf=seat is None,
    )


def pen_for(party: Party, *, by: Person, channel: str = Channel.WEB) -> Hand:
    """The hand of a party in a module that remembers who pressed the button.

    Under a pseudonym the mediator holds the pen there: the memory must not lead to the person.
    Refuses with NoMediator.
    """
    hand = hand_of(party, by=by, channel=channel)
    seat = speaks_for(by, party)
    if seat is None or not seat.is_hidden:
        return hand
    mediator = party.negotiation.mediator
    if mediator is None:
        raise NoMediator
    return replace(hand, by=mediator, channel=Channel.MEETING, entered_on_behalf=True)


def side_at(party: Party) -> str:
    """On which side a party stands."""
    return side_of(party.actor_kind)


def happened(what: str, about: Model, negotiation: Negotiation, *, by: UUID | None) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(
        f"negotiations.{what}",
        by=by,
        about=about,
        within=negotiation.initiative,
    )
    ledger.touch(negotiation.initiative.account)


def tell_table(
    negotiation: Negotiation,
    *,
    kind: str,
    label: str | Promise,
    text: str | Promise = "",
    path: str = "",
    but: Person | None = None,
) -> None:
    """Tell the mediator and all who speak at the table, but whoever did it.

    What is told never holds the name of a person, only of parties.
    """
    found = {person.pk: person for person in speakers_at(negotiation)}
    if negotiation.mediator is not None:
        found.setdefault(negotiation.mediator.pk, negotiation.mediator)
    tell_people(negotiation, found.values(), kind=kind, label=label, text=text, path=path, but=but)


def tell_people(
    negotiation: Negotiation,
    people: Iterable[Person],
    *,
    kind: str,
    label: str | Promise,
    text: str | Promise = "",
    path: str = "",
    but: Person | None = None,
) -> None:
    """Tell some people one thing about a negotiation."""
    for person in people:
        if but is None or person.pk != but.pk:
            tell(
                person=person,
                municipality=negotiation.municipality,
                kind=f"negotiations.{kind}",
                label=label,
                text=text,
                path=path or negotiation.get_absolute_url(),
            )
