"""Reading statements, gathering those that are alike, and seeing who was heard."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from samskap.hearings.models import Hearing, HearingStatement, Recipient
from samskap.kernels.shingles import near_duplicates

IN_ORDER = ("number", "pk")
MOST_READ = 2000  # statements without an answer that are held against each other at a time


def statements_of(hearing: Hearing) -> QuerySet[HearingStatement]:
    """What came in and was not taken back, with who gave it and what became of it."""
    found = HearingStatement.objects.filter(hearing=hearing, withdrawn_at=None)
    return found.select_related(
        "hearing",
        "recipient__organisation",
        "answer",
        "contribution__giver__person",
        "contribution__speaking_for",
        "contribution__standing",
    )


def unanswered(hearing: Hearing) -> QuerySet[HearingStatement]:
    """What waits for an answer, the first to come in first."""
    return statements_of(hearing).filter(answer=None).order_by("number")


def to_be_told(hearing: Hearing) -> QuerySet[HearingStatement]:
    """What is answered, of givers who have no account: the answer reaches them off the web."""
    theirs = statements_of(hearing).filter(contribution__giver__person=None)
    return theirs.exclude(answer=None).exclude(contribution__giver__reach="")


@dataclass(frozen=True)
class Alike:
    """Statements that say nearly the same; the first to come in first."""

    statements: list[HearingStatement]

    @property
    def first(self) -> HearingStatement:
        """The one that is shown whole."""
        return self.statements[0]


def gathered(statements: list[HearingStatement]) -> list[Alike]:
    """Put statements that say nearly the same together; each stands in one group.

    By shingles of five words, of which they share four fifths (kernel `shingles`).
    """
    several = near_duplicates([each.text for each in statements])
    taken = {place for places in several for place in places}
    alone = [[place] for place in range(len(statements)) if place not in taken]
    groups = sorted([*several, *alone], key=lambda places: places[0])
    return [Alike([statements[place] for place in places]) for places in groups]


def recipients_of(hearing: Hearing) -> QuerySet[Recipient]:
    """Whom a hearing asks, and how many statements each gave; those the law names first."""
    said = Count("statements", filter=Q(statements__withdrawn_at=None))
    asked = Recipient.objects.filter(hearing=hearing).select_related("organisation")
    found: QuerySet[Recipient] = asked.annotate(said=said).order_by("-is_required", "pk")
    return found


def given_by(person: int, hearing: Hearing) -> QuerySet[HearingStatement]:
    """One’s own statements in a hearing."""
    return statements_of(hearing).filter(contribution__giver__person=person).order_by("number")
