"""Reading the hours of those who facilitate: of one person, or for the leader."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import QuerySet

from samskap.committees.models import Committee, Workload
from samskap.meetings.models import Event
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


def no_hours() -> dict[str, Decimal]:
    """Nothing for any part of a meeting yet."""
    return dict.fromkeys(Workload.STAGES, Decimal())


@dataclass
class Total:
    """The hours of one person for one committee, or in all.

    whose      the person
    committee  the committee; None for all of them together
    """

    whose: Person
    committee: Committee | None
    meetings: int = 0
    planned: dict[str, Decimal] = field(
        default_factory=lambda: dict.fromkeys(Workload.STAGES, Decimal())
    )
    used: dict[str, Decimal] = field(
        default_factory=lambda: dict.fromkeys(Workload.STAGES, Decimal())
    )

    def add(self, one: Workload) -> None:
        """Count one meeting in."""
        self.meetings += 1
        for stage in Workload.STAGES:
            self.planned[stage] += getattr(one, f"planned_{stage}")
            self.used[stage] += getattr(one, f"used_{stage}")

    @property
    def all_planned(self) -> Decimal:
        """All hours that were planned."""
        return sum(self.planned.values(), Decimal())

    @property
    def all_used(self) -> Decimal:
        """All hours that were used."""
        return sum(self.used.values(), Decimal())


def hours_of(municipality: Municipality, *, person: Person | None = None) -> QuerySet[Workload]:
    """The hours of one person, or of everybody, meeting by meeting, the newest first."""
    found = Workload.objects.of(municipality).select_related("committee", "event", "person")
    if person is not None:
        found = found.filter(person=person)
    return found.order_by("-event__starts_at", "-pk")


def totals(workloads: QuerySet[Workload]) -> list[Total]:
    """Add hours up: for each person and committee, then for each person in all; one query."""
    by_committee: dict[tuple[int, int], Total] = {}
    in_all: dict[int, Total] = {}
    for one in workloads.order_by("person_id", "committee__title", "pk"):
        key = (one.person_id, one.committee_id)
        by_committee.setdefault(key, Total(one.person, one.committee)).add(one)
        in_all.setdefault(one.person_id, Total(one.person, None)).add(one)
    return [
        total
        for person, whole in in_all.items()
        for total in [
            *(part for key, part in by_committee.items() if key[0] == person),
            whole,
        ]
    ]


def meetings_to_write(committee: Committee) -> QuerySet[Event]:
    """The meetings of a committee for which hours can be written, the newest first."""
    found: QuerySet[Event] = Event.objects.filter(
        initiative=committee.initiative_id, cancelled_at=None
    )
    return found.order_by("-starts_at", "-pk")
