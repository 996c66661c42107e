"""Finding what an address names."""

from django.shortcuts import get_object_or_404

from samskap.drafting.models import Change, Document, Paragraph
from samskap.drafting.queries.changes import changes_in
from samskap.drafting.queries.paragraphs import paragraphs_in
from samskap.drafting.queries.texts import documents_in
from samskap.municipalities.middleware import MunicipalityRequest


def the_document(request: MunicipalityRequest, pk: int) -> Document:
    """The text at an address."""
    found: Document = get_object_or_404(documents_in(request.municipality), pk=pk)
    return found


def the_paragraph(request: MunicipalityRequest, pk: int) -> Paragraph:
    """The paragraph at an address."""
    found: Paragraph = get_object_or_404(paragraphs_in(request.municipality), pk=pk)
    return found


def the_change(request: MunicipalityRequest, pk: int) -> Change:
    """The proposed change at an address."""
    found: Change = get_object_or_404(changes_in(request.municipality), pk=pk)
    if found.paragraph is not None:
        found.paragraph.document = found.document
    return found
