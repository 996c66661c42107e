"""Changing the ledger: give, settle, adopt, withdraw.

These are the inner actions. Whoever calls them (an idea, a decision, an hour of work) has asked
leave with its own `may_…` and stands in a transaction of its own.
"""

from samskap.ledger.actions.accounts import lock, open_account, touch
from samskap.ledger.actions.adopting import adopt
from samskap.ledger.actions.forgetting import forget
from samskap.ledger.actions.giving import give, give_alike, lead_to
from samskap.ledger.actions.naming import tell_who_gave
from samskap.ledger.actions.settling import IN_USE, parts_of, settle
from samskap.ledger.actions.waiting import LONGEST_WAIT, postpone, require_answers
from samskap.ledger.actions.withdrawing import withdraw, withdraw_from_the_list

__all__ = [
    "IN_USE",
    "LONGEST_WAIT",
    "adopt",
    "forget",
    "give",
    "give_alike",
    "lead_to",
    "lock",
    "open_account",
    "parts_of",
    "postpone",
    "require_answers",
    "settle",
    "tell_who_gave",
    "touch",
    "withdraw",
    "withdraw_from_the_list",
]
