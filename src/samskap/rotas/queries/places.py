"""How each place of a shift stands for whoever reads, and what decides it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from samskap.base.brought import Brought
from samskap.base.prepared import Prepared
from samskap.people.models import Person
from samskap.people.permissions import Reader
from samskap.rotas.models import Clearance, InLine, Need, Requirement, Shift, Turn


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """What is known of whoever reads a list of shifts: nothing of whoever is not signed in."""

    person: Person | None = None
    busy: tuple[tuple[datetime, datetime, int], ...] = ()
    cleared: frozenset[int] = frozenset()  # keys of requirements; those that hold today
    in_line: frozenset[int] = frozenset()  # keys of needs
    is_staff: bool = False


def busy_between(person: int, first: datetime, last: datetime) -> "QuerySet[Turn]":
    """The turns of somebody within some time; from when until when, as `starts` and `ends`."""
    turns: QuerySet[Turn] = Turn.objects.filter(
        person=person,
        is_companion=False,
        status__in=Turn.HOLDS,
        shift__starts_at__lt=last,
        shift__ends_at__gt=first,
    )
    return turns.annotate(starts=F("shift__starts_at"), ends=F("shift__ends_at"))


def cleared_on(person: int, day: date) -> "QuerySet[Clearance]":
    """What somebody is cleared for on a day."""
    holds = Q(holds_until=None) | Q(holds_until__gte=day)
    return Clearance.objects.filter(holds, person=person, ended_on=None)


def in_line_between(first: datetime, last: datetime) -> "QuerySet[InLine]":
    """Who waits for places within some time."""
    return InLine.objects.filter(need__shift__starts_at__lt=last, need__shift__ends_at__gt=first)


standing = Prepared(
    lambda person, first, last, day: (
        Person.objects.filter(pk=person)
        .only("pk")
        .annotate(
            busy_=Brought(busy_between(person, first, last)),
            cleared_=Brought(cleared_on(person, day)),
            lines_=Brought(in_line_between(first, last).filter(person=person)),
        )
    ),
    person=int,
    first=datetime,
    last=datetime,
    day=date,
)


def knowledge_of(reader: Reader, shifts: Sequence[Shift], *, is_staff: bool) -> Knowledge:
    """Ask once what decides which of these shifts somebody can take."""
    if not isinstance(reader, Person) or not shifts:
        return Knowledge(is_staff=is_staff)
    found: Any = standing.first(
        person=reader.pk,
        first=min(shift.starts_at for shift in shifts),
        last=max(shift.ends_at for shift in shifts),
        day=timezone.localdate(),
    )
    return Knowledge(
        person=reader,
        busy=tuple((turn.starts, turn.ends, turn.shift_id) for turn in found.busy_),
        cleared=frozenset(each.requirement_id for each in found.cleared_),
        in_line=frozenset(each.need_id for each in found.lines_),
        is_staff=is_staff,
    )


@dataclass(kw_only=True)
class Places:
    """The places of one need, and what whoever reads can do about them."""

    need: Need
    asks: list[Requirement] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    waiting: int = 0
    missing: list[Requirement] = field(default_factory=list)
    mine: Turn | None = None
    state: str = ""  # take, line, in_line, mine, busy, missing, staff, over

    @property
    def held(self) -> int:
        """How many of the places are held."""
        return len(self.turns)

    @property
    def free(self) -> int:
        """How many are left."""
        return max(self.need.people - self.held, 0)

    @property
    def stands(self) -> tuple[object, ...]:
        """All that makes it look otherwise to one reader than to another."""
        missing = [each.pk for each in self.missing]
        return self.need.pk, self.state, missing, self.waiting

    @property
    def covers(self) -> int:
        """How many volunteers’ places are held by staff."""
        return sum(turn.is_staff_cover for turn in self.turns)


def places_of(
    shifts: Sequence[Shift], reader: Reader, *, is_staff: bool = False
) -> dict[int, list[Places]]:
    """The places of some shifts, as they stand for whoever reads: shift → its needs.

    The same number of questions for one shift and for a thousand.
    """
    known = knowledge_of(reader, shifts, is_staff=is_staff)
    needs = (
        Need.objects.filter(shift__in=shifts)
        .select_related("duty")
        .prefetch_related("duty__requirements")
        .order_by("duty__is_staff", "pk")
    )
    turns = defaultdict(list)
    holding = Turn.objects.filter(shift__in=shifts, status__in=Turn.HOLDS)
    for turn in holding.select_related("person", "giver", "speaking_for").order_by("number"):
        turns[turn.need_id].append(turn)
    waiting = dict(
        InLine.objects.filter(need__shift__in=shifts)
        .order_by()
        .values_list("need")
        .annotate(Count("pk"))
    )
    by_pk = {shift.pk: shift for shift in shifts}
    found: dict[int, list[Places]] = {shift.pk: [] for shift in shifts}
    for need in needs:
        places = Places(
            need=need,
            asks=list(need.duty.requirements.all()),
            turns=turns[need.pk],
            waiting=waiting.get(need.pk, 0),
        )
        judge(places, by_pk[need.shift_id], known)
        found[need.shift_id].append(places)
    return found


def judge(places: Places, shift: Shift, known: Knowledge) -> None:
    """Say what whoever reads can do about some places, as the action would answer."""
    person = known.person
    places.mine = next(
        (t for t in places.turns if person and t.person_id == person.pk and not t.is_companion),
        None,
    )
    places.missing = [each for each in places.asks if person and each.pk not in known.cleared]
    places.state = state_of(places, shift, known)


def state_of(places: Places, shift: Shift, known: Knowledge) -> str:
    """Name what whoever reads can do."""
    if places.mine:
        return "mine"
    if shift.is_over or shift.is_cancelled:
        return "over"
    if places.need.duty.is_staff and not known.is_staff:
        return "staff"
    if places.missing:
        return "missing"
    if any(starts < shift.ends_at and ends > shift.starts_at for starts, ends, _key in known.busy):
        return "busy"
    if places.need.pk in known.in_line:
        return "in_line"
    return "take" if places.free else "line"
