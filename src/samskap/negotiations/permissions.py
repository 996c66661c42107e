"""Who may do what at the table, and who may read what."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from samskap.initiatives.models import Initiative
from samskap.initiatives.permissions.initiative import may_change, may_facilitate
from samskap.negotiations.models import Negotiation, Party, Position, Spokesperson
from samskap.organisations.models import Membership
from samskap.organisations.permissions import may_speak_for
from samskap.people.models import Person
from samskap.people.permissions import Reader


def may_start(by: Reader, initiative: Initiative) -> bool:
    """Those who facilitate the initiative."""
    return may_facilitate(by, initiative)


def is_mediator(by: Reader, negotiation: Negotiation) -> bool:
    """The one named mediator, who still may facilitate. Nobody else reads who is behind a name."""
    return (
        isinstance(by, Person)
        and negotiation.mediator_id == by.pk
        and may_facilitate(by, negotiation.initiative)
    )


def may_lead(by: Reader, negotiation: Negotiation) -> bool:
    """The mediator; those who facilitate the initiative only where nobody mediates any more."""
    if is_mediator(by, negotiation):
        return True
    mediator = negotiation.mediator
    if mediator is not None and may_facilitate(mediator, negotiation.initiative):
        return False
    return may_facilitate(by, negotiation.initiative)


def may_set_up(by: Reader, negotiation: Negotiation) -> bool:
    """Those who facilitate the initiative."""
    return may_facilitate(by, negotiation.initiative)


def may_hand_over(by: Reader, negotiation: Negotiation) -> bool:
    """Whoever leads names the next mediator: nobody makes themselves one who knows the names."""
    return may_lead(by, negotiation)


def may_map(by: Reader, negotiation: Negotiation) -> bool:
    """Those who carry the initiative draw the map together, and the mediator."""
    return may_change(by, negotiation.initiative) or is_mediator(by, negotiation)


def may_see_behind(by: Reader, negotiation: Negotiation) -> bool:
    """The mediator alone."""
    return is_mediator(by, negotiation)


def spoken_for_by(person: Person) -> Q:
    """The seats that somebody speaks for: of an organisation only while the mandate lasts."""
    mandates = Membership.objects.speaking_on(timezone.localdate()).filter(person=person)
    stands = Q(party__organisation=None) | Q(
        party__organisation__in=mandates.values("organisation")
    )
    return Q(person=person, joined_at__isnull=False) & stands


def parties_spoken_for(by: Reader, negotiation: Negotiation) -> list[Party]:
    """The parties at one table for which somebody speaks today; one query."""
    if not isinstance(by, Person) or not by.is_active:
        return []
    seats = Spokesperson.objects.filter(spoken_for_by(by), party__negotiation=negotiation)
    found = Party.objects.filter(pk__in=seats.values("party"))
    return [party for party in found.select_related("organisation") if party.is_seated]


def may_speak_at(by: Reader, party: Party) -> bool:
    """Those who speak for the party, and the mediator, who writes down what was said."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return may_lead(by, party.negotiation) or is_spokesperson(by, party)


def is_spokesperson(by: Reader, party: Party) -> bool:
    """Those who speak for the party today, on its own seat."""
    if not isinstance(by, Person) or not by.is_active:
        return False
    return Spokesperson.objects.filter(spoken_for_by(by), party=party).exists()


def may_read_position(by: Reader, position: Position) -> bool:
    """Those for whom it was put on the table, and the party itself, also once it has left."""
    party = position.party
    if is_spokesperson(by, party):
        return True
    mine = parties_spoken_for(by, party.negotiation)
    rows = Position.objects.filter(readable(by, party.negotiation, mine), pk=position.pk)
    return rows.exists()


def may_widen(by: Reader, party: Party) -> bool:
    """The party itself lets more read what it said; the mediator only for those without account."""
    if is_spokesperson(by, party):
        return True
    seats = party.spokespersons.filter(joined_at__isnull=False, person__is_active=True)
    return is_mediator(by, party.negotiation) and not seats.exists()


def may_sit_for(by: Reader, party: Party) -> bool:
    """Whoever holds a mandate of the organisation that is on the map, once it was asked."""
    return (
        isinstance(by, Person)
        and party.organisation is not None
        and party.invited_on is not None
        and may_speak_for(by, party.organisation)
    )


def may_read_table(by: Reader, negotiation: Negotiation, mine: Iterable[Party]) -> bool:
    """Everybody where the table is open; else those who sit at it, and the mediator."""
    return (
        negotiation.is_open or any(party.is_seated for party in mine) or may_lead(by, negotiation)
    )


def readable(by: Reader, negotiation: Negotiation, mine: Iterable[Party]) -> Q:
    """What somebody may read of the positions of one table, as a question to all of them."""
    if is_mediator(by, negotiation):
        return Q()
    own = list(mine)
    may = Q(readers=Position.Readers.ALL) | Q(party__in=[party.pk for party in own])
    if any(party.is_seated for party in own) or may_lead(by, negotiation):
        may |= Q(readers=Position.Readers.PARTIES)
    return may
