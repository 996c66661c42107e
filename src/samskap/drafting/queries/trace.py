"""From a proposal to the items it is in, their decision and what is in force."""

from django.db.models import Prefetch

from samskap.base.modules import announced
from samskap.drafting.models.item import Item, ItemSource, ItemStep
from samskap.ledger.actions.settling import whole_of
from samskap.ledger.models import Contribution


def items_from(given: Contribution) -> list[Item]:
    """The items that a contribution is in, or what it has become a part of; with every step."""
    keys = {given.pk, whole_of(given).pk}
    items = Item.objects.filter(
        pk__in=ItemSource.objects.filter(contribution__in=keys).values("item")
    )
    return list(
        items.select_related("document", "recommendation__formal_decision__body")
        .prefetch_related(
            Prefetch(
                "steps", ItemStep.objects.select_related("recommendation__formal_decision__body")
            )
        )
        .order_by("pk")
    )


def trace_path(given: Contribution) -> str:
    """The address that tells what became of a contribution; its own page where nobody tells."""
    found = [trace(given) for trace in announced("trace_of")]
    return str(found[0]) if found else given.standing.path
