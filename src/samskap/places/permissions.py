"""Who may change areas, borders and figures of population. Everyone may read them."""

from samskap.municipalities.models import Municipality
from samskap.municipalities.permissions import may_administer


def may_change_places(by: object, municipality: Municipality | None) -> bool:
    """The municipality’s administrators."""
    return may_administer(by, municipality)
