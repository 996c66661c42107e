"""Factories for joint texts: started, written, proposed and decided through the actions."""

from typing import Any

from samskap.drafting import actions
from samskap.drafting.models import Change, Document, Edition, Paragraph
from samskap.initiatives.models import Initiative
from samskap.ledger.hands import Hand
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory

BUS = "The bus runs every hour, on weekdays from six to eight in the evening."


def document(
    initiative: Initiative | None = None, by: Person | None = None, **facts: Any
) -> Document:
    """An empty text, written by whoever raised the initiative."""
    initiative = initiative or InitiativeFactory()
    plain = {"title": "A plan for the buses", "language": "en"}
    by = by or initiative.raised_by
    return actions.start_document(initiative=initiative, by=by, **plain | facts)


def writer_of(document: Document) -> Hand:
    """The hand of whoever started a text."""
    return hand_of(document.writers.order_by("pk")[0], document.municipality)


def paragraph(document: Document, text: str = BUS, **facts: Any) -> Paragraph:
    """A paragraph by its writer."""
    plain = {"hand": writer_of(document), "why": "We begin with what there is."}
    return actions.add_paragraph(document=document, text=text, **plain | facts)


def change(paragraph: Paragraph, person: Person | None = None, **facts: Any) -> Change:
    """A resident’s proposal for a paragraph."""
    hand = hand_of(person or PersonFactory(), paragraph.document.municipality)
    plain = {"text": BUS.replace("eight", "eleven"), "reason": "The cinema ends at ten."}
    return actions.propose_change(paragraph=paragraph, hand=hand, **plain | facts)


def edition(document: Document, **facts: Any) -> Edition:
    """A state of the text with a name."""
    plain = {"name": "First edition", "why": "For the summer.", "by": writer_of(document).by}
    return actions.publish_edition(document=document, **plain | facts)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of joint texts names."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["facilitator"])
    text = document(initiative, people["facilitator"], writers=[people["resident"]])
    bus = paragraph(text)
    answered = change(bus, text=BUS.replace("hour", "half hour"))  # nobody answers their own
    actions.decide_change(change=answered, by=people["facilitator"], state=Change.State.ACCEPTED)
    waiting = change(bus, people["resident"])
    edition(text)
    one, on = [{"pk": text.pk}], [{"pk": bus.pk}]
    return {
        "drafting:start": [{"slug": initiative.slug}],
        **{f"drafting:{name}": one for name in "document add keep".split()},
        **{f"drafting:{name}": on for name in "paragraph propose write place remove".split()},
        "drafting:change": [{"pk": waiting.pk}, {"pk": answered.pk}],
        **{f"drafting:{name}": [{"pk": waiting.pk}] for name in "decide put withdraw".split()},
    }
