"""Who may look after webhooks."""

from samskap.municipalities.models import Municipality
from samskap.municipalities.permissions import may_administer
from samskap.people.permissions import Reader


def may_keep_hooks(by: Reader, municipality: Municipality) -> bool:
    """Administrators: what leaves the house by itself is theirs to answer for."""
    return may_administer(by, municipality)
