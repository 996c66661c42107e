"""Who may do what with the ledger itself."""

from samskap.ledger.models import Contribution
from samskap.people.models import Person


def may_withdraw(by: Person, contribution: Contribution) -> bool:
    """Whoever gave it."""
    return contribution.giver.person_id == by.pk
