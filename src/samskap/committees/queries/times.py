"""How long it takes: from the charter to the decision, and to what is done first (R-061)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Min, OuterRef, QuerySet, Subquery
from django.utils import timezone

from samskap.committees.models import Charter, Committee, Realisation, State, Step
from samskap.kernels.answers import Figure
from samskap.municipalities.models import Municipality


@dataclass(frozen=True, kw_only=True)
class Times:
    """Three days of one committee; each is None until it has come.

    chartered_on  the first charter was adopted
    decided_on    every recommendation had its answer
    realised_on   the first promise behind a recommendation was kept
    """

    chartered_on: date | None
    decided_on: date | None
    realised_on: date | None

    @property
    def to_decision(self) -> int | None:
        """Days from charter to decision."""
        return days_between(self.chartered_on, self.decided_on)

    @property
    def to_realisation(self) -> int | None:
        """Days from decision to the first realisation; what ran before counts as none."""
        days = days_between(self.decided_on, self.realised_on)
        return None if days is None else max(days, 0)

    @property
    def in_all(self) -> int | None:
        """Days from charter to the first realisation."""
        return days_between(self.chartered_on, self.realised_on)


def days_between(start: date | None, end: date | None) -> int | None:
    """Whole days from one day to another, where both have come."""
    return (end - start).days if start and end else None


def timed(committees: QuerySet[Committee]) -> QuerySet[Committee]:
    """Committees with the three moments beside them; no further query."""
    charters = Charter.objects.filter(committee=OuterRef("pk")).order_by()
    answered = Step.objects.filter(committee=OuterRef("pk"), after=State.ANSWERED).order_by()
    done = Realisation.objects.filter(committee=OuterRef("pk")).order_by()
    return committees.annotate(
        chartered_on=_first(charters, "adopted_on"),
        decided_at=_first(answered, "at"),
        realised_at=_first(done, "commitment__kept_at"),
    )


def _first(rows: QuerySet[Charter | Step | Realisation], field: str) -> Subquery:
    """The earliest value of a field among the rows of a committee."""
    return Subquery(rows.values("committee").annotate(first=Min(field)).values("first"))


def times_of(committee: Committee) -> Times:
    """The three days of one committee."""
    return _times(timed(Committee.objects.filter(pk=committee.pk)).get())


def _times(row: Committee) -> Times:
    """Read the three days beside a committee."""
    return Times(
        chartered_on=row.chartered_on,  # type: ignore[attr-defined]
        decided_on=_day(row.decided_at),  # type: ignore[attr-defined]
        realised_on=_day(row.realised_at),  # type: ignore[attr-defined]
    )


def _day(moment: object) -> date | None:
    """The day of a moment, where there is one."""
    return timezone.localdate(moment) if moment else None  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class Medians:
    """The middle number of days of all committees that have come so far."""

    to_decision: Figure
    to_realisation: Figure
    in_all: Figure


def medians_in(municipality: Municipality) -> Medians:
    """How long it takes in a municipality; one query."""
    times = [_times(row) for row in timed(Committee.objects.of(municipality))]
    return Medians(
        to_decision=_median(each.to_decision for each in times),
        to_realisation=_median(each.to_realisation for each in times),
        in_all=_median(each.in_all for each in times),
    )


def _median(days: Iterable[int | None]) -> Figure:
    """The middle of what is known."""
    known = [each for each in days if each is not None]
    return Figure(float(median(known)) if known else None, len(known))
