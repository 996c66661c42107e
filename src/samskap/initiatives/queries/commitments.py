"""Reading commitments: what is promised, what is late, how many were kept."""

from dataclasses import dataclass

from django.db.models import Case, Count, F, Q, QuerySet, When
from django.db.models.functions import TruncDate
from django.utils import timezone

from samskap.initiatives.models import Commitment, Initiative

Status = Commitment.Status


@dataclass(frozen=True, kw_only=True)
class Kept:
    """How the promises of an initiative were kept.

    due       accepted promises that are kept, or whose day has passed
    kept      of them kept
    in_time   of them kept on the day or before
    late      of them not kept yet
    running   accepted promises whose day is still to come
    released  promises that were released, which count neither way
    """

    due: int
    kept: int
    in_time: int
    late: int
    running: int
    released: int

    @property
    def share(self) -> float | None:
        """The share of due promises that were kept, 0 … 1; None before any is due."""
        return self.kept / self.due if self.due else None


def commitments_of(initiative: Initiative) -> QuerySet[Commitment]:
    """Every promise with its partner, the soonest first."""
    return initiative.commitments.select_related(
        "partner__organisation", "partner__person", "offered_by", "initiative"
    )


def running_first(initiative: Initiative) -> QuerySet[Commitment]:
    """What is still to be done, the soonest first; then what was kept or released."""
    is_over = Case(When(status__in=[Status.KEPT, Status.RELEASED], then=1), default=0)
    found = commitments_of(initiative).annotate(is_over=is_over)
    return found.order_by("is_over", "due_on", "pk")


def kept(initiative: Initiative) -> Kept:
    """Count how promises were kept; one query."""
    today = timezone.localdate()
    late = Q(status=Status.ACCEPTED, due_on__lt=today)
    counted = initiative.commitments.annotate(kept_on=TruncDate("kept_at")).aggregate(
        kept=Count("pk", filter=Q(status=Status.KEPT)),
        in_time=Count("pk", filter=Q(status=Status.KEPT, kept_on__lte=F("due_on"))),
        late=Count("pk", filter=late),
        running=Count("pk", filter=Q(status=Status.ACCEPTED, due_on__gte=today)),
        released=Count("pk", filter=Q(status=Status.RELEASED)),
    )
    return Kept(due=counted["kept"] + counted["late"], **counted)
