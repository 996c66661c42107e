"""Finding what an address names."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from samskap.base.limits import keys_in
from samskap.drafting.models import Change, Document, Edition, Paragraph
from samskap.drafting.queries.changes import changes_in
from samskap.drafting.queries.paragraphs import paragraphs_in
from samskap.drafting.queries.texts import documents_in
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


def seeks(request: MunicipalityRequest) -> bool:
    """Whether somebody looks for contributions in the middle of writing."""
    return "find" in request.POST


def typed(request: MunicipalityRequest) -> dict[str, Any]:
    """What stood in the form when somebody looked for contributions; it stays there."""
    if not seeks(request):
        return {}
    lists = {"causes": request.POST.getlist("causes")}
    return {**request.POST.dict(), **lists}


def words_of(request: MunicipalityRequest) -> str:
    """What somebody looks for among the contributions; PostgreSQL knows no NUL."""
    return request.POST.get("q", "").replace("\0", "").strip()[:80]


def could_cause(request: MunicipalityRequest, document: Document) -> list[Standing]:
    """What a wording can rest on: what was ticked before, and what the words find."""
    ticked = keys_in(request.POST.getlist("causes"))[:100]
    return candidates(document.initiative, words=words_of(request), chosen=ticked)


def search_of(request: MunicipalityRequest, listed: list[Standing]) -> str | None:
    """What is looked for, where there are more contributions than the list shows."""
    words = words_of(request)
    return words if words or len(listed) >= MOST_LISTED else None


def the_change(request: MunicipalityRequest, pk: int) -> Change:
    """The proposed change at an address."""
    found: Change = get_object_or_404(changes_in(request.municipality), pk=pk)
    if found.paragraph is not None:
        found.paragraph.document = found.document
    return found
