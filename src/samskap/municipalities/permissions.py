"""Who may set a municipality up.

Accounts live on a floor above. Here they are only whoever can name their roles.
"""

from typing import Protocol
from uuid import UUID

from samskap.municipalities.models import Municipality

ADMINISTRATOR = "administrator"


class Actor(Protocol):
    """Whoever acts, as far as this floor needs to know an account."""

    pseudonym_key: UUID

    def roles_in(self, municipality: Municipality | None) -> frozenset[str]:
        """The roles held there today."""


def may_administer(by: object, municipality: Municipality | None) -> bool:
    """Administrators of a municipality set it up, and nobody else does."""
    if municipality is None or not getattr(by, "is_authenticated", False):
        return False
    actor: Actor = by  # type: ignore[assignment]  # someone signed in is an account
    return ADMINISTRATOR in actor.roles_in(municipality)
