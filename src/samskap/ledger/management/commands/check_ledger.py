"""Show that the ledger is whole: its chain of hashes holds, and its sums are true."""

from collections import Counter
from decimal import Decimal

from django.core.management.base import BaseCommand, CommandError

from samskap.ledger import queries
from samskap.ledger.chain import hash_of
from samskap.ledger.models import Account


class Command(BaseCommand):
    """Reads every row and changes nothing."""

    help = "Check the chain of hashes and the running sums of every account."

    def handle(self, **_: object) -> None:
        """Walk through every account, and name what is wrong."""
        accounts = Account.objects.order_by("pk")
        faults = [fault for account in accounts for fault in faults_of(account)]
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write(f"{accounts.count()} accounts: every row and sum is in order")


def faults_of(account: Account) -> list[str]:
    """Say in words what is wrong with an account; nothing where all is well."""
    faults = []
    units: Counter[tuple[str, str]] = Counter()
    number, last_hash, is_whole = 0, "", True
    withdrawn = queries.withdrawn_work(account)
    for row in queries.rows_of(account):
        number += 1
        if is_whole and (row.number != number or row.hash != hash_of(row, last_hash)):
            faults.append(f"{account}: row {row.number} does not fit the chain")
            is_whole = False
        last_hash = row.hash
        if row.pk not in withdrawn:
            units[row.phase, row.side] += row.units  # type: ignore[assignment]
    if (number, last_hash) != (account.rows, account.last_hash):
        faults.append(f"{account}: it was given {account.rows} rows, and {number} are there")
    kept: Counter[tuple[str, str]] = Counter()
    for each in queries.sums_of(account):
        kept[each.phase, each.side] += each.units  # type: ignore[assignment]
    faults += [
        f"{account}: {phase}, {side} has {units[phase, side]} units,"
        f" but its sum says {kept[phase, side]}"
        for phase, side in sorted({*units, *kept})
        if Decimal(units[phase, side]) != Decimal(kept[phase, side])
    ]
    return faults
