"""Finding hearings, and how far their answers are."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Value, When, Window

from samskap.base.brought import along
from samskap.base.once import once
from samskap.hearings.models import PUBLIC, Hearing, HearingStatement, State
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality

NEWEST = ("-opens_on", "-pk")
FILTERS: dict[str, tuple[str, ...]] = {
    "open": (State.OPEN,),
    "answers": (State.CLOSED, State.ANSWERING, State.ANSWERED),
    "reported": (State.REPORTED,),
}


@dataclass(frozen=True)
class Progress:
    """How many statements came in, how many of them late, withheld, and answered."""

    in_all: int = 0
    answered: int = 0
    late: int = 0
    withheld: int = 0

    @property
    def unanswered(self) -> int:
        """How many wait."""
        return self.in_all - self.answered


def hearings_in(municipality: Municipality) -> QuerySet[Hearing]:
    """Every hearing of a municipality, planned ones too, with what its page reads."""
    found: QuerySet[Hearing] = Hearing.objects.of(municipality)
    return found.select_related(
        "municipality",
        "initiative__municipality",
        "initiative__account",
        "formal__body",
        "formal__initiative",
    )


def shown(municipality: Municipality, *, which: str = "") -> QuerySet[Hearing]:
    """Hearings that everybody sees, or those in some states of them."""
    found: QuerySet[Hearing] = Hearing.objects.of(municipality)
    found = found.filter(state__in=FILTERS.get(which, PUBLIC))
    return found.select_related("municipality", "initiative")


def planned_in(municipality: Municipality) -> list[Hearing]:
    """Hearings that are planned and not open, the soonest first; for those who look after them."""
    planned = Hearing.objects.of(municipality).filter(state=State.PLANNED)
    return list(planned.order_by("opens_on", "pk")[:20])


@along(lambda: Hearing.objects.filter(initiative=OuterRef("pk"), state__in=PUBLIC))
@once
def hearings_of(initiative: Initiative) -> list[Hearing]:
    """The hearings of an initiative that have opened, the newest first."""
    return list(Hearing.objects.filter(initiative=initiative, state__in=PUBLIC))


def counts_of(hearings: Iterable[Hearing]) -> dict[int, Progress]:
    """How far each of some hearings is; one question for all."""
    keys = [hearing.pk for hearing in hearings]
    rows = (
        HearingStatement.objects.filter(hearing__in=keys, withdrawn_at=None)
        .order_by()
        .values("hearing")
        .annotate(
            in_all=Count("pk"),
            answered=Count("answer"),
            late=Count("pk", filter=Q(is_late=True)),
            withheld=Count("pk", filter=Q(access=HearingStatement.Access.WITHHELD)),
        )
    )
    found = {row.pop("hearing"): Progress(**row) for row in rows}
    return {key: found.get(key, Progress()) for key in keys}


def progress_of(hearing: Hearing) -> Progress:
    """How far one hearing is."""
    return counts_of([hearing])[hearing.pk]


def waiting_in(municipality: Municipality, most: int) -> list[Hearing]:
    """Hearings that wait for those who look after them, the most urgent first; one question.

    Those that are over wait for answers or their report, those that are planned to be opened. Each
    knows how many there are in all, as `in_all`.
    """
    found: QuerySet[Hearing] = Hearing.objects.of(municipality)
    waits = found.filter(state__in=[State.PLANNED, State.CLOSED, State.ANSWERING, State.ANSWERED])
    is_planned = Case(When(state=State.PLANNED, then=Value(1)), default=Value(0))
    counted = waits.annotate(is_planned=is_planned, in_all=Window(Count("pk")))
    return list(counted.order_by("is_planned", "closes_on", "pk")[:most])
