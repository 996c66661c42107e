"""Forgetting somebody without an account, who gave on paper, by telephone or at a meeting."""

from django.db import transaction

from samskap.base.memory import remember
from samskap.base.modules import announced
from samskap.ledger.models import Giver
from samskap.people.models import Person
from samskap.privacy.errors import HasAnAccount, NoReason, NotForYou
from samskap.privacy.models import Erasure
from samskap.privacy.permissions import may_forget_givers


@transaction.atomic
def forget_giver(*, giver: Giver, by: Person, reason: str) -> Erasure:
    """Blank who somebody on paper was, in every module; what they gave stays, without a name.

    Whoever has an account deletes it themselves; here staff do it for those who ask without one
    (GDPR art. 17). That it was done, by whom and why stays on record, never who it was.

    Refuses with NotForYou, NoReason or HasAnAccount.
    """
    if not may_forget_givers(by, giver.municipality):
        raise NotForYou
    if not reason.strip():
        raise NoReason
    giver = Giver.objects.select_for_update(of=("self",)).get(pk=giver.pk)
    if giver.person_id is not None:
        raise HasAnAccount
    for forget in announced("forgets_giver"):
        forget(giver)
    erasure = Erasure.objects.create(
        municipality_id=giver.municipality_id,
        giver_key=giver.public_id,
        reason=reason.strip(),
        by=by,
    )
    remember("privacy.giver_forgotten", by=by.pseudonym_key, about=erasure)
    return erasure
