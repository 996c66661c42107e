"""Questions about shifts: which need people, and how each place stands for whoever reads."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from samskap.initiatives.models.initiative import PATH
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import Reader
from samskap.rotas.models import Clearance, InLine, Need, Requirement, Rota, Shift, Swap, Turn
from samskap.rotas.queries.turns import counted

SOONEST = ("starts_at", "pk")
EARLY = timedelta(hours=1)  # how long before a shift one may check in


def with_places(shifts: "QuerySet[Shift]") -> "QuerySet[Shift]":
    """Say of each shift how many places it has, as `needed`, and how many are held, as `held`."""
    needs = Need.objects.filter(shift=OuterRef("pk")).order_by().values("shift")
    holds = Turn.objects.filter(
        shift=OuterRef("pk"), status__in=Turn.HOLDS, number__lte=F("need__people")
    )
    held = holds.order_by().values("shift")
    return shifts.annotate(
        needed=number_of(needs.annotate(n=Sum("people")).values("n")),
        held=number_of(held.annotate(n=Count("pk")).values("n")),
    )


def number_of(counted: "QuerySet[Need] | QuerySet[Turn]") -> Coalesce:
    """A count beside a row; none is nought."""
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def shifts_of(rota: Rota) -> "QuerySet[Shift]":
    """The shifts of a rota with their places."""
    return with_places(Shift.objects.filter(rota=rota)).select_related("rota")


def shift_in(municipality: Municipality) -> "QuerySet[Shift]":
    """Shifts of a municipality, with all that their page shows."""
    found: QuerySet[Shift] = Shift.objects.of(municipality)
    return found.select_related(
        "series", "rota__area", "rota__initiative__account", "rota__initiative__municipality"
    )


def to_fill(municipality: Municipality) -> "QuerySet[Shift]":
    """Shifts ahead that still need people, in rotas and initiatives that are open."""
    found: QuerySet[Shift] = in_open_rotas(municipality).filter(held__lt=F("needed"))  # type: ignore[misc]
    return found.select_related("rota")


def in_open_rotas(municipality: Municipality) -> "QuerySet[Shift]":
    """Shifts ahead with their places, in rotas and initiatives that are open."""
    ahead = Shift.objects.of(municipality).ahead()
    return with_places(ahead.filter(rota__closed_at=None, rota__initiative__state__in=PATH))


def to_take(municipality: Municipality, reader: Reader) -> "QuerySet[Shift]":
    """Shifts ahead that need people, and those on which a turn is open to whoever reads."""
    if not isinstance(reader, Person):
        return to_fill(municipality)
    offered = Exists(offered_to(reader).filter(turn__shift=OuterRef("pk")))
    found: QuerySet[Shift] = in_open_rotas(municipality).filter(Q(held__lt=F("needed")) | offered)
    return found.select_related("rota")


def offered_to(person: Person) -> "QuerySet[Swap]":
    """Turns of others that this person, or anybody, is asked to take."""
    asked = Swap.objects.filter(Q(asked=None) | Q(asked=person), status=Swap.Status.ASKED)
    return asked.exclude(turn__person=person)


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """What is known of whoever reads a list of shifts: nothing of whoever is not signed in."""

    person: Person | None = None
    busy: tuple[tuple[datetime, datetime, int], ...] = ()
    cleared: frozenset[int] = frozenset()  # keys of requirements; those that hold today
    in_line: frozenset[int] = frozenset()  # keys of needs
    is_staff: bool = False


def knowledge_of(reader: Reader, shifts: Sequence[Shift], *, is_staff: bool) -> Knowledge:
    """Ask once what decides which of these shifts somebody can take."""
    if not isinstance(reader, Person) or not shifts:
        return Knowledge(is_staff=is_staff)
    first = min(shift.starts_at for shift in shifts)
    last = max(shift.ends_at for shift in shifts)
    busy = Turn.objects.filter(
        person=reader,
        is_companion=False,
        status__in=Turn.HOLDS,
        shift__starts_at__lt=last,
        shift__ends_at__gt=first,
    ).values_list("shift__starts_at", "shift__ends_at", "shift_id")
    today = timezone.localdate()
    cleared = Clearance.objects.filter(
        Q(holds_until=None) | Q(holds_until__gte=today), person=reader, ended_on=None
    )
    waits = InLine.objects.filter(person=reader, need__shift__in=shifts)
    return Knowledge(
        person=reader,
        busy=tuple(busy),
        cleared=frozenset(cleared.values_list("requirement_id", flat=True)),
        in_line=frozenset(waits.values_list("need_id", flat=True)),
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


def could_be_offered(rota: Rota, person: Person) -> "QuerySet[Turn]":
    """Turns of somebody that are ahead, and that nobody is asked to take yet, soonest first."""
    return (
        Turn.objects.filter(
            person=person,
            status=Turn.Status.TAKEN,
            is_companion=False,
            shift__rota=rota,
            shift__cancelled_at=None,
            shift__starts_at__gt=timezone.now(),
        )
        .exclude(swaps__status=Swap.Status.ASKED)
        .select_related("shift__rota__municipality", "need__duty")
        .order_by("shift__starts_at", "pk")
    )


def open_swaps(shifts: Iterable[Shift], reader: Reader) -> list[Swap]:
    """Turns on these shifts that somebody asks the reader, or anybody, to take."""
    if not isinstance(reader, Person):
        return []
    asked = offered_to(reader).filter(turn__shift__in=shifts)
    return list(
        asked.select_related("turn__person", "turn__need__duty", "turn__shift__rota",
                             "in_return__shift__rota")
    )  # fmt: skip


def ahead_of(person: Person, municipality: Municipality) -> "QuerySet[Turn]":
    """The turns that somebody has ahead, the soonest first."""
    return mine_in(person, municipality).filter(
        status__in=(Turn.Status.TAKEN, Turn.Status.CONFIRMED), shift__ends_at__gt=timezone.now()
    )


def unsettled(person: Person, municipality: Municipality) -> "QuerySet[Turn]":
    """Turns whose shift is over, and of which nobody has said how they went."""
    return mine_in(person, municipality).filter(
        status=Turn.Status.TAKEN, shift__ends_at__lte=timezone.now()
    )


def done_by(person: Person, municipality: Municipality) -> "QuerySet[Turn]":
    """Turns that somebody has done, the newest first."""
    return counted(mine_in(person, municipality)).order_by("-shift__starts_at", "-pk")


def mine_in(person: Person, municipality: Municipality) -> "QuerySet[Turn]":
    """Everything one has been put down for, without those who came along."""
    turns: QuerySet[Turn] = Turn.objects.of(municipality)
    return (
        turns.filter(person=person, is_companion=False)
        .select_related("shift__rota", "need__duty")
        .order_by("shift__starts_at", "pk")
    )


def to_settle(rotas: "QuerySet[Rota]") -> "QuerySet[Shift]":
    """Shifts that are over, and where somebody’s turn is not settled: the oldest first."""
    unsettled_turns = Turn.objects.filter(shift=OuterRef("pk"), status=Turn.Status.TAKEN)
    counted = unsettled_turns.order_by().values("shift").annotate(n=Count("pk")).values("n")
    over: QuerySet[Shift] = Shift.objects.filter(rota__in=rotas).over()
    return (
        over.annotate(unsettled=number_of(counted))
        .filter(unsettled__gt=0)
        .select_related("rota")
        .order_by("starts_at", "pk")
    )


def to_settle_count(rota: Rota) -> int:
    """How many shifts of a rota are over, with a turn that nobody has settled."""
    return to_settle(Rota.objects.filter(pk=rota.pk)).count()


def minutes_done(person: Person, municipality: Municipality) -> int:
    """How many minutes somebody has given, with those whom they brought along."""
    turns: QuerySet[Turn] = Turn.objects.of(municipality)
    done = counted(turns.filter(person=person))
    return done.aggregate(minutes=Sum("minutes"))["minutes"] or 0


def swaps_asked_of(person: Person, municipality: Municipality) -> list[Swap]:
    """Turns that others ask this person, and nobody else, to take."""
    asked: QuerySet[Swap] = Swap.objects.of(municipality)
    waiting = asked.filter(
        asked=person, status=Swap.Status.ASKED, turn__shift__ends_at__gt=timezone.now()
    )
    return list(
        waiting.select_related(
            "turn__person", "turn__need__duty", "turn__shift__rota", "in_return__shift__rota"
        )
    )
