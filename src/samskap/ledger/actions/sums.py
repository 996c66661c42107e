"""Running sums beside the rows, written in the same transaction."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from django.db.models import F

from samskap.base.prepared import insert
from samskap.ledger.models import Contribution, Party, PhaseSum, Side, Sum

# What happens to a sum, or a party, that is there already.
GROWN_SUM = """
    ON CONFLICT (account_id, phase, side, actor_kind, kind, is_independent, beneficiary, is_input)
    DO UPDATE SET rows = ledger_sum.rows + excluded.rows, units = ledger_sum.units + excluded.units,
    first_at =
    CASE WHEN excluded.first_at < ledger_sum.first_at THEN excluded.first_at
    ELSE ledger_sum.first_at END
"""
MORE_INPUTS = """
    ON CONFLICT (account_id, phase)
    DO UPDATE SET inputs = ledger_phasesum.inputs + excluded.inputs
"""
# Rows that are alike in all of these make one sum.
SORT_NAMES = (
    *("phase", "side", "actor_kind", "kind"),
    *("is_independent", "beneficiary", "is_input"),
)
SORT = attrgetter(*SORT_NAMES)
AS_IT_WAS = "ON CONFLICT DO NOTHING"


def add_to_sums(rows: Sequence[Contribution]) -> None:
    """Keep the running sums of an account true; rows of one sort, which follow each other, once."""
    for _sort, of_one_sort in groupby(rows, SORT):
        alike = list(of_one_sort)
        first = alike[0]
        of_its_sort = Sum(
            account_id=first.account_id,
            phase=first.phase,
            side=first.side,
            actor_kind=first.actor_kind,
            kind=first.kind,
            is_independent=first.is_independent,
            beneficiary=first.beneficiary,
            is_input=first.is_input,
            rows=len(alike),
            units=sum(row.units for row in alike),
            first_at=min(row.at for row in alike),
        )
        insert(of_its_sort, otherwise=GROWN_SUM)
        if is_counted_input(first):
            asked = PhaseSum(account_id=first.account_id, phase=first.phase, inputs=len(alike))
            insert(asked, otherwise=MORE_INPUTS)
    for row in rows:
        if row.is_independent and row.units > 0:
            party = Party(account_id=row.account_id, key=row.party, side=row.side, first_at=row.at)
            insert(party, otherwise=AS_IT_WAS)


def take_from_sums(row: Contribution) -> None:
    """Let a row count no more, though it stays."""
    sort = {name: getattr(row, name) for name in SORT_NAMES}
    Sum.objects.filter(account=row.account_id, **sort).update(
        rows=F("rows") - 1, units=F("units") - row.units
    )


def is_counted_input(row: Contribution) -> bool:
    """Whether the answers to it count in the figures: those owed to the non-public side."""
    return row.is_input and row.side == Side.NON_PUBLIC


def change_phase_sum(account_id: int, phase: str, **changes: int) -> None:
    """Add to (or take from) what is counted about the inputs of one phase."""
    changes = {name: by for name, by in changes.items() if by}
    sums = PhaseSum.objects.filter(account_id=account_id, phase=phase)
    if changes and not sums.update(**{name: F(name) + by for name, by in changes.items()}):
        PhaseSum.objects.create(account_id=account_id, phase=phase, **changes)


def count_days_to_answer(contribution: Contribution, days: int) -> None:
    """Remember how long a first answer took; the account is held, so nobody counts beside us."""
    sums = PhaseSum.objects.get(account=contribution.account_id, phase=contribution.phase)
    sums.answers_by_days[str(days)] = sums.answers_by_days.get(str(days), 0) + 1
    sums.save(update_fields=["answers_by_days"])
