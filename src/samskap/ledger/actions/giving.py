"""Giving: a row of the ledger, and what stands beside it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import connection, transaction
from django.utils import timezone

from samskap.base.prepared import insert
from samskap.kernels.ladder import units_of
from samskap.ledger.actions.accounts import lock
from samskap.ledger.actions.sums import add_to_sums
from samskap.ledger.chain import hash_of
from samskap.ledger.errors import TheFutureIsNotGivenYet
from samskap.ledger.hands import Hand
from samskap.ledger.models import Account, Beneficiary, Contribution, Standing

LAST_ROW = """
    UPDATE ledger_account SET rows = %s, last_hash = %s, version = version + 1 WHERE id = %s
"""
WHERE_IT_IS_READ = "UPDATE ledger_standing SET path = %s WHERE contribution_id = %s"


@transaction.atomic(savepoint=False)  # whoever calls stands in a transaction already
def give(
    *,
    account: Account,
    hand: Hand,
    phase: str,
    kind: str,
    amount: Decimal | int | None = None,
    is_independent: bool = True,
    beneficiary: str = Beneficiary.COMMUNITY,
    caption: str = "",
    path: str = "",
    is_input: bool = False,
    answer_days: int = 30,
    at: datetime | None = None,
    is_held: bool = False,
    is_unnamed: bool = False,
) -> Contribution:
    """Write one row of the ledger, and what stands beside it.

    amount       pieces, hours, NOK, days or sessions, as `kernels.ladder.units_of` counts them
    answer_days  for an input: how many days until an answer is promised
    at           when it was given; now, unless somebody writes down what was given before
    is_held      the account was locked and read in this transaction, and is as it was
    is_unnamed   others are not told who gave it, on whatever page they meet it

    Refuses with TheFutureIsNotGivenYet.
    """
    at = _moment_of(at)
    party = hand.party  # asked for before anybody has to wait
    if not is_held:
        account = lock(account.pk)
    row = _row_of(
        account,
        hand,
        number=account.rows + 1,
        before=account.last_hash,
        at=at,
        phase=phase,
        party=party,
        kind=kind,
        amount=amount,
        is_independent=is_independent,
        beneficiary=beneficiary,
        is_input=is_input,
    )
    insert(row)
    standing = _standing_of(row, hand, caption=caption, path=path, answer_days=answer_days)
    standing.unnamed_at = row.at if is_unnamed else None
    insert(standing)
    add_to_sums([row])
    _close_with(row)
    return row


@transaction.atomic(savepoint=False)
def give_alike(
    *,
    account: Account,
    hands: Sequence[Hand],
    phase: str,
    kind: str,
    amount: Decimal | int | None = None,
    is_independent: bool = True,
    caption: str = "",
    path: str = "",
    at: datetime | None = None,
) -> list[Contribution]:
    """Write a row for each of several hands that give the same, as `give` does, all at once.

    It takes as few statements for a list of names as for one of them. No answer is asked for.

    Refuses with TheFutureIsNotGivenYet.
    """
    at = _moment_of(at)
    parties = [hand.party for hand in hands]  # asked for before anybody has to wait
    account = lock(account.pk)
    rows: list[Contribution] = []
    before = account.last_hash
    for number, (hand, party) in enumerate(zip(hands, parties, strict=True), account.rows + 1):
        row = _row_of(
            account,
            hand,
            number=number,
            before=before,
            at=at,
            phase=phase,
            party=party,
            kind=kind,
            amount=amount,
            is_independent=is_independent,
            beneficiary=Beneficiary.COMMUNITY,
            is_input=False,
        )
        before = row.hash
        rows.append(row)
    Contribution.objects.bulk_create(rows)
    Standing.objects.bulk_create(
        _standing_of(row, hand, caption=caption, path=path)
        for row, hand in zip(rows, hands, strict=True)
    )
    add_to_sums(rows)
    if rows:
        _close_with(rows[-1])
    return rows


def _moment_of(at: datetime | None) -> datetime:
    """When something was given; now where nobody says. Refuses with TheFutureIsNotGivenYet."""
    now = timezone.now()
    if at and at > now:
        raise TheFutureIsNotGivenYet
    return at or now


def _row_of(
    account: Account,
    hand: Hand,
    *,
    number: int,
    before: str,
    at: datetime,
    phase: str,
    party: str,
    kind: str,
    amount: Decimal | int | None,
    is_independent: bool,
    beneficiary: str,
    is_input: bool,
) -> Contribution:
    """Make the next row of an account, chained to the one before; it is not written yet."""
    row = Contribution(
        municipality_id=account.municipality_id,
        account=account,
        number=number,
        at=at,
        phase=phase,
        side=hand.side,
        actor_kind=hand.actor_kind,
        giver=hand.giver,
        speaking_for=hand.speaking_for,
        party=party,
        kind=kind,
        amount=amount,
        units=units_of(kind, 1 if amount is None else amount),
        is_independent=is_independent,
        beneficiary=beneficiary,
        is_input=is_input,
        channel=hand.channel,
        entered_on_behalf=hand.entered_on_behalf,
    )
    row.hash = hash_of(row, before=before)
    return row


def _standing_of(
    row: Contribution, hand: Hand, *, caption: str, path: str, answer_days: int = 0
) -> Standing:
    """Make what stands beside a row."""
    due_on = timezone.localdate(row.at) + timedelta(days=answer_days) if row.is_input else None
    return Standing(
        municipality_id=row.municipality_id,
        contribution=row,
        account=row.account,
        caption=caption[:200],
        path=path,
        answer_due_on=due_on,
        entered_by=hand.by if hand.entered_on_behalf else None,
    )


def _close_with(row: Contribution) -> None:
    """Let an account end with a row, the last that was written."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_ROW, [row.number, row.hash, row.account_id])


def lead_to(row: Contribution, path: str) -> None:
    """Say where a contribution is read, once there is a page for it."""
    row.standing.path = path
    with connection.cursor() as cursor:
        cursor.execute(WHERE_IT_IS_READ, [path, row.pk])
