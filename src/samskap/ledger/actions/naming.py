"""Whether others are told who gave something."""

from django.utils import timezone

from samskap.ledger.actions.accounts import touch
from samskap.ledger.models import Contribution, Standing


def tell_who_gave(contribution: Contribution, *, is_told: bool) -> None:
    """Let others see who gave something, or see it no longer; whoever gave it always does."""
    since = None if is_told else timezone.now()
    Standing.objects.filter(contribution=contribution).update(unnamed_at=since)
    touch(contribution.account)
