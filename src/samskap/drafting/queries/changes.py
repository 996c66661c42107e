"""Reading proposed changes."""

from django.db.models import QuerySet

from samskap.drafting.models import Change, Document, Paragraph
from samskap.drafting.queries.people import WHO_GAVE
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

NEWEST = ("-proposed_at", "-pk")
OLDEST = ("proposed_at", "pk")


def with_hands(changes: QuerySet[Change]) -> QuerySet[Change]:
    """Bring along who proposed each, for whom, and what became of it."""
    return changes.select_related(*WHO_GAVE, "base", "decision", "paragraph")


def changes_in(municipality: Municipality) -> QuerySet[Change]:
    """Proposed changes of a municipality with all that their page needs."""
    found: QuerySet[Change] = Change.objects.of(municipality)
    return with_hands(found).select_related(
        "document__initiative__account",
        "document__initiative__municipality",
        "became",
        "decided_by",
        "after",
    )


def open_changes_of(paragraph: Paragraph) -> QuerySet[Change]:
    """What is proposed for a paragraph and waits for an answer, the oldest first."""
    found = Change.objects.filter(paragraph=paragraph, state=Change.State.OPEN)
    return with_hands(found).order_by(*OLDEST)


def new_paragraphs_of(document: Document) -> QuerySet[Change]:
    """New paragraphs that are proposed and wait for an answer, the oldest first."""
    found = Change.objects.filter(document=document, what=Change.What.ADD, state=Change.State.OPEN)
    return with_hands(found).order_by(*OLDEST)


def waits_here(contribution: Contribution) -> bool:
    """Whether a contribution is a proposal that is decided about by the rule of its text."""
    if contribution.kind != "draft":
        return False
    return Change.objects.filter(contribution=contribution, state=Change.State.OPEN).exists()


def waiting_for(person: Person, municipality: Municipality) -> QuerySet[Change]:
    """What waits for a writer’s answer, the oldest first; nobody answers their own proposal."""
    found: QuerySet[Change] = Change.objects.of(municipality)
    waiting = found.filter(
        state=Change.State.OPEN,
        document__writers=person,
        document__state=Document.State.WRITING,
    ).exclude(contribution__giver__person=person, contribution__entered_on_behalf=False)
    return waiting.select_related("document", "base", "contribution__standing").order_by(*OLDEST)
