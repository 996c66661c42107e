"""Letting go of somebody: with an account, or without one."""

from samskap.hearings.models import Answer, Hearing, HearingStatement, Recipient
from samskap.ledger.models import Giver
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    What was said in a hearing is a document of the case and stays, without a name.
    """
    Hearing.objects.filter(planned_by=person).update(planned_by=None)
    Answer.objects.filter(by=person).update(by=None)
    HearingStatement.objects.filter(withheld_by=person).update(withheld_by=None)


def forget_giver(giver: Giver) -> None:
    """Let nobody read any more which neighbour it was that gave a statement on paper."""
    theirs = Recipient.objects.filter(
        kind=Recipient.Kind.NEIGHBOUR, statements__contribution__giver=giver
    )
    keys = list(theirs.values_list("pk", flat=True))
    Recipient.objects.filter(pk__in=keys).update(name="")


def let_go_of_words(statement: HearingStatement) -> bool:
    """Let the words of a statement be gone, and its attachment; that it came in stays."""
    if statement.attachment:
        statement.attachment.delete(save=False)
    statement.text = ""
    statement.save(update_fields=["text", "attachment"])
    return True
