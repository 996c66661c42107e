"""Letting go of somebody who deletes their account."""

from samskap.drafting.models import Change, Edition, Item, ItemSource, ItemStep, Money, Wording
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    The text stays, as others have built on it; who wrote and decided is gone. Whoever wants their
    words of an open proposal gone withdraws it first (decision 12).
    """
    Wording.objects.filter(by=person).update(by=None)
    Edition.objects.filter(by=person).update(by=None)
    Change.objects.filter(decided_by=person).update(decided_by=None)
    Item.objects.filter(made_by=person).update(made_by=None)
    ItemSource.objects.filter(by=person).update(by=None)
    ItemStep.objects.filter(by=person).update(by=None)
    Money.objects.filter(by=person).update(by=None)
    person.documents_written.clear()
