"""Reading the table: what each party may read of positions, options and promises."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from samskap.drafting.models import Edition
from samskap.negotiations.models import (
    Assent,
    Negotiation,
    Option,
    Party,
    Pledge,
    Position,
    Spokesperson,
    Stance,
)
from samskap.negotiations.permissions import (
    is_mediator,
    may_lead,
    may_read_table,
    parties_spoken_for,
    readable,
)
from samskap.negotiations.queries.promises import pledges_at
from samskap.negotiations.queries.seats import seats_at
from samskap.people.models import Person
from samskap.people.permissions import Reader


@dataclass(frozen=True, kw_only=True)
class Table:
    """What one reader may read of a table; nothing in it is to be hidden later.

    mine       parties that the reader speaks for
    leads      whether the reader leads the table
    mediates   whether the reader is the mediator, not only one who leads in their place
    is_read    whether the reader may read options and what is said of them
    """

    negotiation: Negotiation
    parties: list[Party]
    mine: list[Party]
    leads: bool
    mediates: bool
    is_read: bool
    seats: dict[int, list[Spokesperson]] = field(default_factory=dict)
    positions: dict[int, list[Position]] = field(default_factory=dict)
    options: list[Option] = field(default_factory=list)
    pledges: list[Pledge] = field(default_factory=list)
    edition: Edition | None = None
    assents: dict[int, Assent] = field(default_factory=dict)

    @property
    def seated(self) -> list[Party]:
        """The parties that sit at the table now."""
        return [party for party in self.parties if party.is_seated]

    @property
    def all_say_yes(self) -> bool:
        """Whether every party at the table has said yes to the newest edition."""
        said = {key for key, each in self.assents.items() if each.says == Assent.Says.YES}
        return bool(self.seated) and all(party.pk in said for party in self.seated)

    def widens(self, party: Party) -> bool:
        """Whether the reader may let more read what a party said, as `may_widen` has it."""
        if any(each.pk == party.pk for each in self.mine):
            return True
        people = [seat.person for seat in self.seats.get(party.pk, ()) if seat.person is not None]
        return self.mediates and not any(person.is_active for person in people)

    @property
    def speaks_for(self) -> list[Party]:
        """The parties for which the reader may act: their own, or all whom the mediator helps."""
        return self.seated if self.leads else self.mine


def table_of(negotiation: Negotiation, reader: Reader) -> Table:
    """Read what one reader may read of a table; as many questions for any number of parties."""
    parties = list(
        negotiation.parties.exclude(joined_on=None).select_related("organisation", "area")
    )
    mine = parties_spoken_for(reader, negotiation)
    leads = may_lead(reader, negotiation)
    is_read = may_read_table(reader, negotiation, mine)
    seats: dict[int, list[Spokesperson]] = defaultdict(list)
    for seat in seats_at(negotiation).exclude(joined_at=None):
        seats[seat.party_id].append(seat)
    positions: dict[int, list[Position]] = defaultdict(list)
    found = Position.objects.filter(
        readable(reader, negotiation, mine), party__negotiation=negotiation, withdrawn_at=None
    )
    for position in found.order_by("kind", "pk"):
        positions[position.party_id].append(position)
    edition = None
    if negotiation.document is not None:
        edition = negotiation.document.editions.order_by("-number").first()
    assents = {each.party_id: each for each in edition.assents.all()} if edition else {}
    return Table(
        negotiation=negotiation,
        parties=parties,
        mine=mine,
        leads=leads,
        mediates=is_mediator(reader, negotiation),
        is_read=is_read,
        seats=seats,
        positions=positions,
        options=options_at(negotiation) if is_read else [],
        pledges=list(pledges_at(negotiation)),
        edition=edition,
        assents=assents,
    )


def needs_of(negotiation: Negotiation, reader: Reader) -> dict[int, list[Position]]:
    """What those on the map without a seat need, as far as one may read it: party → needs.

    Whoever asks for a place is among them for those who answer.
    """
    if not isinstance(reader, Person):
        return {}
    may = readable(reader, negotiation, parties_spoken_for(reader, negotiation))
    if not may_lead(reader, negotiation):
        may &= Q(party__invited_on__isnull=False)
    rows = Position.objects.filter(may, party__negotiation=negotiation, party__joined_on=None)
    found: dict[int, list[Position]] = defaultdict(list)
    for each in rows.filter(withdrawn_at=None).order_by("pk"):
        found[each.party_id].append(each)
    return found


def options_at(negotiation: Negotiation) -> list[Option]:
    """Every option that lies on the table, with what the parties say of it."""
    stances = Stance.objects.select_related("party").order_by("pk")
    found = negotiation.options.filter(withdrawn_at=None).select_related("party")
    return list(found.prefetch_related(Prefetch("stances", stances)).order_by("pk"))
