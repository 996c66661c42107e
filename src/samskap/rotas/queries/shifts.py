"""Questions about shifts and turns: which need people, whose they are, what waits."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from samskap.base.prepared import Prepared
from samskap.initiatives.models.initiative import PATH
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import Reader
from samskap.rotas.models import Need, Rota, Shift, Swap, Turn
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
    asked = Exists(offered_to(reader.pk).filter(turn__shift=OuterRef("pk")))
    found: QuerySet[Shift] = in_open_rotas(municipality).filter(Q(held__lt=F("needed")) | asked)
    return found.select_related("rota")


def offered_to(person: int) -> "QuerySet[Swap]":
    """Turns of others that this person, or anybody, is asked to take."""
    asked = Swap.objects.filter(Q(asked=None) | Q(asked=person), status=Swap.Status.ASKED)
    return asked.exclude(turn__person=person)


# Few are asked at any time: the others are not asked for all that belongs to it.
offered = Prepared(lambda person: offered_to(person).values_list("pk", flat=True)[:1], person=int)


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
    if not isinstance(reader, Person) or not offered.all(person=reader.pk):
        return []
    asked = offered_to(reader.pk).filter(turn__shift__in=shifts)
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
