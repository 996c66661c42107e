"""Two states of a text side by side, and the plan as a paper to take along."""

from django.http import HttpResponse
from django.shortcuts import render

from samskap.base.printed import handed_over
from samskap.drafting.forms.items import NOW, CompareForm
from samskap.drafting.models import Edition
from samskap.drafting.printing import as_pdf
from samskap.drafting.queries.comparing import compared
from samskap.drafting.views.finding import the_document, the_edition
from samskap.municipalities.middleware import MunicipalityRequest


def compare(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show what came, went, moved and was worded anew between two states of a text."""
    document = the_document(request, pk)
    editions = list(document.editions.order_by("number"))
    known = {str(each.number): each for each in editions}
    old = _asked(request.GET.get("old", ""), known, editions[0] if editions else None)
    new = _asked(request.GET.get("new", ""), known, None)
    lines = compared(document, old, new)
    facts = {
        "document": document,
        "initiative": document.initiative,
        "form": CompareForm(
            {"old": _key(old), "new": _key(new)}, document=document, editions=editions
        ),
        "lines": lines,
        "changed": sum(not line.is_same for line in lines),
        "old": old,
        "new": new,
        "has_editions": bool(editions),
    }
    return render(request, "drafting/item/compare.html", facts)


def _asked(key: str, known: dict[str, Edition], otherwise: Edition | None) -> Edition | None:
    """The state that an address names; None is the text as it is now."""
    return None if key == NOW else known.get(key, otherwise)


def _key(edition: Edition | None) -> str:
    """How an address names a state."""
    return str(edition.number) if edition else NOW


def pdf(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Hand the whole text over with its items, or an edition, and with what each came from."""
    document = the_document(request, pk)
    edition = the_edition(request, document)
    return handed_over(
        request,
        name=lambda: f"{document.title} {edition.number if edition else ''}",
        write=lambda: as_pdf(document, edition),
    )
