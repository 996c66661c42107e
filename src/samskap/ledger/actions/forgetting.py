"""Letting go of somebody who deletes their account."""

from django.db.models import Exists, F, OuterRef

from samskap.ledger.models import Account, Contribution, Fate, Giver, Standing
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Cut the threads from the ledger to somebody who deletes their account.

    The rows stay, with side, kind, phase and units, and so does what was answered: others have
    built on them (GDPR art. 17(3)(d), decision 12). Nothing says any more whose they were.
    Called in the transaction that deletes the account.
    """
    touched = Account.objects.filter(
        Exists(Contribution.objects.filter(account=OuterRef("pk"), giver__person=person))
        | Exists(Fate.objects.filter(contribution__account=OuterRef("pk"), by=person))
    )
    # Pages that were kept with the name are made anew.
    touched.update(version=F("version") + 1)
    Standing.objects.filter(entered_by=person).update(entered_by=None)
    Fate.objects.filter(by=person).update(by=None)
    Giver.objects.filter(person=person).update(person=None, name="", reach="")
