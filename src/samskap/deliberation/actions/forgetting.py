"""Letting go of somebody who deletes their account."""

from samskap.deliberation.models import (
    Deliberation,
    Outcome,
    Participant,
    Statement,
    StatementText,
)
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction.

    Their votes stay, as those of a number that leads to nobody; so does what they stated, on which
    others have voted.
    """
    Participant.objects.filter(person=person).update(person=None)
    Participant.objects.filter(entered_by=person).update(entered_by=None)
    StatementText.objects.filter(by=person).update(by=None)
    Outcome.objects.filter(by=person).update(by=None)
    for role in ("read_by", "appeal_by"):
        Statement.objects.filter(**{role: person}).update(**{role: None})
    for role in ("started_by", "changed_by"):
        Deliberation.objects.filter(**{role: person}).update(**{role: None})
