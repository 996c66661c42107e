"""Letting go of somebody who deletes their account."""

from samskap.conversations.actions.talking import blank
from samskap.conversations.models import Appeal, Comment, Report, Thread, Verdict
from samskap.ledger.models import Giver
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    What they said goes, what others answered stays, and the thread can still be followed.
    """
    for comment in Comment.objects.filter(by=person).iterator(500):
        blank(comment)
    Comment.objects.filter(by=person).update(by=None)
    Comment.objects.filter(entered_by=person).update(entered_by=None)
    Thread.objects.filter(author=person).update(author=None)
    Thread.objects.filter(summarised_by=person).update(summarised_by=None)
    Report.objects.filter(by=person).update(by=None, text="")
    Appeal.objects.filter(by=person).update(by=None, text="")
    Verdict.objects.filter(by=person).update(by=None)
    Appeal.objects.filter(decided_by=person).update(decided_by=None)


def forget_giver(giver: Giver) -> None:
    """Blank what somebody without an account said; what others answered stays."""
    for comment in Comment.objects.filter(giver=giver, by=None).exclude(text="").iterator(500):
        blank(comment)
