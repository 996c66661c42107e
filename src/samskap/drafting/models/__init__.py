"""Documents, their paragraphs and wordings, proposed changes, and the items of a plan."""

from samskap.drafting.models.change import Change
from samskap.drafting.models.document import Document, Edition
from samskap.drafting.models.item import Item, ItemSource, ItemStep, Money
from samskap.drafting.models.paragraph import Cause, Paragraph, Wording

__all__ = [
    "Cause",
    "Change",
    "Document",
    "Edition",
    "Item",
    "ItemSource",
    "ItemStep",
    "Money",
    "Paragraph",
    "Wording",
]
