"""Documents, their paragraphs and wordings, and the changes that people propose."""

from samskap.drafting.models.change import Change
from samskap.drafting.models.document import Document, Edition
from samskap.drafting.models.paragraph import Cause, Paragraph, Wording

__all__ = ["Cause", "Change", "Document", "Edition", "Paragraph", "Wording"]
