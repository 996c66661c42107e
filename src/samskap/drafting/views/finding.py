"""Finding what an address names."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from samskap.base.limits import keys_in
from samskap.drafting.models import Change, Document, Edition, Paragraph
from samskap.drafting.queries.changes import changes_in
from samskap.drafting.queries.paragraphs import paragraphs_in
from samskap.drafting.queries.texts import documents_in
from samskap.initiatives.forms.decisions import FindContributionsForm
from samskap.initiatives.queries.decisions import candidates
from samskap.ledger.models import Standing
from samskap.municipalities.middleware import MunicipalityRequest

MOST_LISTED = 40  # contributions that are offered at once


def the_document(request: MunicipalityRequest, pk: int) -> Document:
    """The text at an address."""
    found: Document = get_object_or_404(documents_in(request.municipality), pk=pk)
    return found


def the_edition(request: MunicipalityRequest, document: Document) -> Edition | None:
    """The edition that an address names; none where it asks for the text as it is."""
    asked = request.GET.get("edition", "")
    if not asked:
        return None
    for number in keys_in([asked]):
        found: Edition = get_object_or_404(document.editions, number=number)
        return found
    raise Http404


def the_paragraph(request: MunicipalityRequest, pk: int) -> Paragraph:
    """The paragraph at an address."""
    found: Paragraph = get_object_or_404(paragraphs_in(request.municipality), pk=pk)
    return found


def could_cause(request: MunicipalityRequest, document: Document) -> list[Standing]:
    """What a wording can rest on: what was ticked before, and what the words find."""
    ticked = keys_in(request.POST.getlist("causes"))[:100]
    words = request.GET.get("q", "").strip()[:80]
    return candidates(document.initiative, words=words, chosen=ticked)


def search_of(request: MunicipalityRequest, listed: list[Standing]) -> FindContributionsForm | None:
    """A search among the contributions, where there are more than the list shows."""
    words = request.GET.get("q", "").strip()[:80]
    if len(listed) < MOST_LISTED and not words:
        return None
    return FindContributionsForm({"q": words})


def the_change(request: MunicipalityRequest, pk: int) -> Change:
    """The proposed change at an address."""
    found: Change = get_object_or_404(changes_in(request.municipality), pk=pk)
    if found.paragraph is not None:
        found.paragraph.document = found.document
    return found
