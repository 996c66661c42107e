"""Letting go of somebody who deletes their account."""

from samskap.ideas.actions.supporting import end_support
from samskap.ideas.models import Merge, Objection, Question, Support
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    Support ends, because one person has one support, and nobody stands behind it any more. What
    was given stays without a name; whoever wants the words gone withdraws them first (decision 12).
    """
    for supported in Support.objects.filter(person=person).select_related("contribution__account"):
        end_support(supported, by=None)
    Question.objects.filter(asked_by=person).update(asked_by=None)
    Merge.objects.filter(by=person).update(by=None)
    Merge.objects.filter(undone_by=person).update(undone_by=None)
    Objection.objects.filter(by=person).update(by=None)
    Objection.objects.filter(answered_by=person).update(answered_by=None)
