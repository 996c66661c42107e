"""What insight can say about an initiative and about a municipality."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from samskap.base.brought import along
from samskap.base.once import once
from samskap.initiatives.models import Commitment, Initiative
from samskap.initiatives.queries.commitments import promises_of
from samskap.insight import evidence
from samskap.insight.models import Contest
from samskap.kernels import answers, ladder
from samskap.kernels.answers import Figure
from samskap.ledger.models import Contribution, PhaseSum
from samskap.ledger.queries import days_to_answer, phase_sums_of
from samskap.municipalities.models import Municipality

POINTS_OF_THE_CURVE = 24
LATEST_ANSWERS = 5000  # what a median of a whole municipality is worked out from
MOST_AT_ONCE = 500  # initiatives that the clock places in one go


def placement_of(initiative: Initiative) -> ladder.Placement:
    """Place an initiative on the ladder from the sums of its account. Reads no ledger row."""
    return place(initiative, evidence.tally_of(initiative))


def place(initiative: Initiative, tally: ladder.Tally) -> ladder.Placement:
    """Place an initiative whose sums are known already."""
    return ladder.place(
        tally,
        evidence.decisions_of(initiative),
        evidence.adoption_counts_of(initiative),
        evidence.facts_of(initiative, tally.first_input_at),
        evidence.strictness_of(initiative),
    )


@dataclass(frozen=True, kw_only=True)
class Answers:
    """How well people were answered (domain.md 4.6)."""

    in_30_days: Figure
    median_days: Figure
    used: Figure
    kept: Figure


def answers_of(initiative: Initiative) -> Answers:
    """How well the initiative answered those who gave, and kept its promises."""
    sums = phase_sums_of(initiative.account).values()
    return Answers(
        in_30_days=answers.share_of(
            sum(each.answered_in_30_days for each in sums), sum(each.inputs for each in sums)
        ),
        median_days=answers.median_of_days(days_to_answer(initiative.account)),
        used=answers.share_of(sum(each.used for each in sums), sum(each.closed for each in sums)),
        kept=share_kept(
            (each.status, each.due_on, each.kept_at) for each in promises_of(initiative)
        ),
    )


def answers_in(municipality: Municipality) -> Answers:
    """How well a whole municipality answers."""
    sums = PhaseSum.objects.filter(account__municipality=municipality).aggregate(
        answered_in_30_days=Sum("answered_in_30_days", default=0),
        inputs=Sum("inputs", default=0),
        used=Sum("used", default=0),
        closed=Sum("closed", default=0),
    )
    latest = (
        Contribution.objects.of(municipality)
        .filter(side="non_public", standing__answered_at__isnull=False)
        .order_by("-pk")
        .values_list("at", "standing__answered_at")[:LATEST_ANSWERS]
    )
    return Answers(
        in_30_days=answers.share_of(sums["answered_in_30_days"], sums["inputs"]),
        median_days=answers.median_days_to_answer(
            answers.Asked(at, answered_at) for at, answered_at in latest
        ),
        used=answers.share_of(sums["used"], sums["closed"]),
        kept=kept_share(Commitment.objects.of(municipality)),
    )


def kept_share(commitments: QuerySet[Commitment]) -> Figure:
    """The share of settled commitments that were kept by their day."""
    return share_kept(commitments.values_list("status", "due_on", "kept_at"))


def share_kept(promises: Iterable[tuple[str, date, datetime | None]]) -> Figure:
    """The share of settled promises that were kept by their day.

    promises   status, the day they were due, and when they were kept
    """
    today = timezone.localdate()
    states: Counter[str] = Counter()
    for status, due_on, kept_at in promises:
        states[state_on(today, status, due_on, kept_at)] += 1
    return answers.share_kept(states)


def state_on(today: object, status: str, due_on: object, kept_at: datetime | None) -> str:
    """The state of a commitment as the kernel names it: late is a fact of the calendar."""
    if status == Commitment.Status.KEPT and kept_at:
        return "kept" if timezone.localdate(kept_at) <= due_on else "late"  # type: ignore[operator]
    if status == Commitment.Status.ACCEPTED and due_on < today:  # type: ignore[operator]
        return "late"
    return status


def rungs_in(municipality: Municipality) -> dict[str, int]:
    """How many initiatives stand on each rung; "" where there is too little evidence."""
    counted = Initiative.objects.of(municipality).values_list("rung").annotate(n=Count("pk"))
    return dict(counted.order_by("rung"))


def changed_since_placed() -> QuerySet[Initiative]:
    """Initiatives in which something happened after the clock last placed them."""
    stale = Q(placing=None) | ~Q(placing__version=F("account__version"))
    return Initiative.objects.filter(stale).select_related("account", "municipality")[:MOST_AT_ONCE]


def moments_of(initiative: Initiative, until: datetime) -> list[datetime]:
    """Evenly spread moments from the first day to now, for the curve."""
    start = min(initiative.raised_at, until)
    span = until - start
    if span < timedelta(days=1):
        return [until]
    step = span / POINTS_OF_THE_CURVE
    return [start + step * n for n in range(1, POINTS_OF_THE_CURVE)] + [until]


def curve_of(initiative: Initiative) -> list[tuple[str, float]]:
    """The index at each of those moments, worked out from every row."""
    now = timezone.now()
    points = ladder.cci_over_time(
        evidence.kernel_rows_of(initiative),
        evidence.decisions_of(initiative),
        evidence.adoptions_of(initiative),
        ladder.Facts(),  # the index does not read them
        moments_of(initiative, now),
    )
    return [(point.at.isoformat(), point.cci) for point in points]


def contests_of(initiative: Initiative) -> QuerySet[Contest]:
    """Objections to the placement, newest first."""
    return Contest.objects.filter(initiative=initiative).select_related("by", "answered_by")


@along(lambda: Contest.objects.filter(initiative=OuterRef("pk")))
@once
def all_contests(initiative: Initiative) -> list[Contest]:
    """Every objection to the placement, as a list that is read once for a page."""
    return list(Contest.objects.filter(initiative=initiative))


def rows_behind(
    initiative: Initiative,
    *,
    phase: str = "",
    side: str = "",
    kind: str = "",
    own: bool = False,
    without: Collection[str] = (),
) -> QuerySet[Contribution]:
    """The rows behind a condition, newest first.

    own      only those that were given freely, not in answer to a question
    without  kinds that are left out
    """
    rows = Contribution.objects.filter(account=initiative.account_id)
    filters = {"phase": phase, "side": side, "kind": kind}
    rows = rows.filter(**{name: value for name, value in filters.items() if value})
    if own:
        rows = rows.filter(is_independent=True)
    if without:
        rows = rows.exclude(kind__in=without)
    return rows.select_related("standing", "speaking_for", "giver__person")
