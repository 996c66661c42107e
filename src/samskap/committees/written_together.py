"""What members wrote together: the rows that go along with the one that is read."""

from samskap.committees.models import Authorship
from samskap.ledger.models import Contribution


def rows_along(contribution: Contribution) -> list[Contribution]:
    """The rows of the other side that wrote along: what is said of the one is said of them."""
    if contribution.kind not in {"evidence", "draft"}:
        return []
    others = Authorship.objects.filter(
        material__idea__contribution=contribution, contribution__isnull=False
    ).exclude(contribution=contribution)
    return [
        one.contribution
        for one in others.select_related(
            "contribution__standing", "contribution__account", "contribution__giver"
        )
        if one.contribution is not None
    ]
