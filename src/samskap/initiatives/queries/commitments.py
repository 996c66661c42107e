"""Reading commitments: what is promised, what is late, how many were kept."""

from dataclasses import dataclass

from django.db.models import Case, QuerySet, When
from django.utils import timezone

from samskap.base.once import once
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
    return to_do_first(commitments_of(initiative))


def to_do_first(promises: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """These promises in that order."""
    is_over = Case(When(status__in=[Status.KEPT, Status.RELEASED], then=1), default=0)
    return promises.annotate(is_over=is_over).order_by("is_over", "due_on", "pk")


def kept(initiative: Initiative) -> Kept:
    """Count how promises were kept."""
    today = timezone.localdate()
    promises = promises_of(initiative)
    kept = [each for each in promises if each.status == Status.KEPT]
    accepted = [each for each in promises if each.status == Status.ACCEPTED]
    late = sum(each.due_on < today for each in accepted)
    return Kept(
        due=len(kept) + late,
        kept=len(kept),
        in_time=sum(
            each.kept_at is not None and timezone.localdate(each.kept_at) <= each.due_on
            for each in kept
        ),
        late=late,
        running=len(accepted) - late,
        released=sum(each.status == Status.RELEASED for each in promises),
    )


@once
def promises_of(initiative: Initiative) -> list[Commitment]:
    """Every promise, what is still to be done first, as a list that is read once for a page."""
    return list(running_first(initiative))
