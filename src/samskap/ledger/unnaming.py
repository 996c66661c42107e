"""Taking the name off somebody without an account, who gave on paper."""

from samskap.ledger.models import Giver
from samskap.ledger.names import make_anew


def forget_giver(giver: Giver) -> None:
    """Blank who somebody without an account was, and how to reach them; what they gave stays.

    Called in the transaction that forgets them. Pages that were kept with the name are made anew.
    """
    Giver.objects.filter(pk=giver.pk, person=None).update(name="", reach="")
    make_anew(giver)
