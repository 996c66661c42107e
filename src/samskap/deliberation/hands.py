"""In whose name somebody without an account gives."""

from dataclasses import dataclass

from samskap.deliberation.models import Participant
from samskap.ledger.hands import MYSELF, Hand, hands_of
from samskap.ledger.hands import hand as hand_named
from samskap.ledger.models import ActorKind, Giver
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


@dataclass(frozen=True, kw_only=True)
class UnknownHand(Hand):
    """The hand of somebody who takes part without an account: nobody is signed in behind it."""

    by: Person = None  # type: ignore[assignment]


def hand_for(person: Person | None, municipality: Municipality) -> Hand:
    """The hand of whoever votes: a resident, known or not. Votes are nobody’s but one’s own."""
    if person:
        return hand_named(key=MYSELF.key, by=person, municipality=municipality)
    return UnknownHand(
        giver=Giver.objects.create(municipality=municipality), actor_kind=ActorKind.RESIDENT
    )


def hand_of(participant: Participant, person: Person | None, key: str = "") -> Hand:
    """The hand of somebody who takes part already: their own, or the one that they named.

    Refuses with MayNotSpeakFor.
    """
    municipality = participant.deliberation.municipality
    if person and key:
        return hand_named(key=key, by=person, municipality=municipality)
    if person or participant.contribution is None:
        return hand_for(person, municipality)
    return UnknownHand(giver=participant.contribution.giver, actor_kind=ActorKind.RESIDENT)


def by_role(by: Person, municipality: Municipality) -> Hand:
    """The hand of whoever keeps a deliberation: by their role where they have one."""
    choices = hands_of(by, municipality)
    chosen = next((each for each in choices if each.key != MYSELF.key), MYSELF)
    return hand_named(key=chosen.key, by=by, municipality=municipality)
