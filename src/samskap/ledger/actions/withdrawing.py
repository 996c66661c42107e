"""Withdrawing: people take back what they gave."""

from samskap.ledger.actions.settling import settle
from samskap.ledger.errors import NotYours, WithdrawItWhereItStands
from samskap.ledger.models import Contribution, Fate, FateStatus
from samskap.ledger.permissions import may_withdraw
from samskap.people.models import Person

WITHOUT_A_PAGE = frozenset({"work", "money", "premises", "equipment", "competence"})


def withdraw_from_the_list(*, contribution: Contribution, by: Person) -> Fate:
    """Take back what has no other place than the ledger.

    Words, support and decisions are taken back where they stand, so that they end there too.
    Refuses with NotYours or WithdrawItWhereItStands.
    """
    if may_withdraw(by, contribution) and contribution.kind not in WITHOUT_A_PAGE:
        raise WithdrawItWhereItStands
    return withdraw(contribution=contribution, by=by)


def withdraw(*, contribution: Contribution, by: Person) -> Fate:
    """Take back what one gave. The row stays; nobody waits for an answer any more.

    Refuses with NotYours.
    """
    if not may_withdraw(by, contribution):
        raise NotYours
    return settle(contribution=contribution, status=FateStatus.WITHDRAWN, by=by)
