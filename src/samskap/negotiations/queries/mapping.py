"""Reading the map: who took part, who is missing, and what to do next."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from samskap.kernels.coverage import coverage, percent
from samskap.meetings.models import Attendance, Event, GuestAttendance
from samskap.negotiations.models import Negotiation, Party
from samskap.negotiations.queries.seats import came_to, meetings_of, silent


@dataclass(frozen=True, kw_only=True)
class Map:
    """Everything about the groups on one map.

    parties   in the order in which they were put there
    active    of them those that took part: they sat at the table, came to a meeting, or it was
              written down that they did
    silent    parties at the table that stayed away from the last two meetings
    came      party → the meetings it was seen at
    """

    parties: list[Party]
    meetings: list[Event] = field(default_factory=list)
    came: dict[int, set[int]] = field(default_factory=dict)
    silent: list[Party] = field(default_factory=list)

    def took_part(self, party: Party) -> bool:
        """Whether a group took part."""
        return party.came_on is not None or bool(self.came.get(party.pk))

    @property
    def active(self) -> list[Party]:
        """Those that took part."""
        return [party for party in self.parties if self.took_part(party)]

    @property
    def missing(self) -> list[Party]:
        """Those that did not; those nobody has asked first."""
        gone = [party for party in self.parties if not self.took_part(party)]
        return sorted(gone, key=lambda party: party.invited_on is not None)

    @property
    def seated(self) -> list[Party]:
        """Those that sit at the table now."""
        return [party for party in self.parties if party.is_seated]

    @property
    def first(self) -> int:
        """How many stood on the list before anybody asked who is missing."""
        return sum(party.was_first for party in self.parties)

    @property
    def percent(self) -> int | None:
        """The coverage in whole percent; None while the map is empty."""
        share = coverage(len(self.parties), len(self.active))
        return None if share is None else percent(share)


def on_map() -> Q:
    """Groups that stand on a map: whoever asks for a place waits outside it for a yes."""
    return ~Q(invited_on=None, invited_by__isnull=False)


def asking_at(negotiation: Negotiation) -> "QuerySet[Party]":
    """Those who ask for a place on the map, whoever has waited longest first."""
    found: QuerySet[Party] = negotiation.parties.exclude(on_map())
    return found.order_by("added_at", "pk")


def took_part() -> Q:
    """The same as `Map.took_part`, as a question to all groups at once."""
    seen = Attendance.objects.filter(
        came=True,
        event__cancelled_at=None,
        event__initiative=OuterRef("negotiation__initiative"),
        person__seats_spoken_for__party=OuterRef("pk"),
    )
    as_guest = GuestAttendance.objects.filter(
        came=True,
        event__cancelled_at=None,
        event__initiative=OuterRef("negotiation__initiative"),
        giver=OuterRef("giver"),
    )
    return Q(came_on__isnull=False) | Q(Exists(seen)) | Q(Exists(as_guest))


def groups_on_map(which: Q | None = None) -> Coalesce:
    """How many groups stand on the map of a negotiation, or those of them that are such."""
    groups = Party.objects.filter(on_map(), which or Q(), negotiation=OuterRef("pk")).order_by()
    counted = groups.values("negotiation").annotate(in_all=Count("pk")).values("in_all")
    return Coalesce(Subquery(counted), 0)


def map_of(negotiation: Negotiation) -> Map:
    """Read the map of a negotiation, in four questions however many groups there are."""
    groups = negotiation.parties.filter(on_map()).select_related("organisation", "area")
    parties = list(groups.order_by("pk"))
    meetings = meetings_of(negotiation)
    came = came_to(negotiation, parties)
    return Map(
        parties=parties, meetings=meetings, came=came, silent=silent(parties, meetings, came)
    )
