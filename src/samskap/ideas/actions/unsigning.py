"""Letting go of somebody without an account, who signed on paper."""

from secrets import token_hex

from samskap.ideas.models import PaperSupport
from samskap.ledger.models import Giver


def forget_giver(giver: Giver) -> None:
    """Let nobody try out any more whether a name on paper supports an idea; the support counts."""
    for support in PaperSupport.objects.filter(contribution__giver=giver, people=1):
        support.key = token_hex(32)
        support.save(update_fields=["key"])
