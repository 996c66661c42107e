"""Accounts: opened, held while rows are written, and known to be new."""

from django.db.models import F

from samskap.base.prepared import Prepared
from samskap.ledger.models import Account
from samskap.municipalities.models import Municipality

held_account = Prepared(lambda key: Account.objects.select_for_update().filter(pk=key), key=int)


def open_account(*, municipality: Municipality) -> Account:
    """Open an empty account for a new initiative."""
    return Account.objects.create(municipality=municipality)


def lock(account_id: int) -> Account:
    """Hold an account until the transaction ends, so that its rows come one after another."""
    account: Account | None = held_account.first(key=account_id)
    if account is None:
        raise Account.DoesNotExist
    return account


def touch(account: Account) -> None:
    """Count one more thing that happened, so that pages made before know they are old."""
    Account.objects.filter(pk=account.pk).update(version=F("version") + 1)
