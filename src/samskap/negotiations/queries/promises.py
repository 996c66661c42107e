"""Reading what was promised at a table, and how it was kept."""

from django.db.models import QuerySet
from django.utils import timezone

from samskap.initiatives.models import Commitment
from samskap.initiatives.queries.commitments import Kept
from samskap.negotiations.models import Negotiation, Pledge

Status = Commitment.Status


def pledges_at(negotiation: Negotiation) -> "QuerySet[Pledge]":
    """Every promise of a table with its party, the soonest first."""
    found: QuerySet[Pledge] = Pledge.objects.filter(party__negotiation=negotiation)
    return found.select_related("commitment", "party").order_by("commitment__due_on", "pk")


def kept_of(pledges: list[Pledge]) -> Kept:
    """Count how some promises were kept; released ones count neither way (domain.md 5.0)."""
    promises = [pledge.commitment for pledge in pledges]
    kept = [each for each in promises if each.status == Status.KEPT]
    late = [each for each in promises if each.is_late]
    accepted = [each for each in promises if each.status == Status.ACCEPTED]
    return Kept(
        due=len(kept) + len(late),
        kept=len(kept),
        in_time=sum(each.was_kept_in_time for each in kept),
        late=len(late),
        running=len(accepted) - len(late),
        released=sum(each.status == Status.RELEASED for each in promises),
    )


def kept_at(negotiation: Negotiation) -> Kept:
    """How the promises of a table stand today."""
    return kept_of(list(pledges_at(negotiation)))


def standing_of(commitment: Commitment) -> str:
    """Where a promise stands in one word: offered, running, kept, late or released."""
    if commitment.status == Status.ACCEPTED:
        return "late" if commitment.due_on < timezone.localdate() else "running"
    return str(commitment.status)
