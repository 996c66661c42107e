"""Two states of a text or a paragraph side by side, and the plan as a paper to take along."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samskap.base.printed import handed_over
from samskap.drafting.forms.items import CompareForm
from samskap.drafting.models import Edition, Paragraph
from samskap.drafting.printing import as_pdf
from samskap.drafting.queries.comparing import compared, compared_wordings
from samskap.drafting.views.finding import the_document, the_edition
from samskap.drafting.words_items import day_of
from samskap.municipalities.middleware import MunicipalityRequest

NOW = "now"


def compare(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show what came, went, moved and was worded anew between two states of a text."""
    document = the_document(request, pk)
    editions = list(document.editions.order_by("number"))
    known = {str(each.number): each for each in editions}
    old = _asked(request.GET.get("old", ""), known, editions[0] if editions else None)
    new = _asked(request.GET.get("new", ""), known, None)
    lines = compared(document, old, new)
    states = [*((key, str(each)) for key, each in known.items()), (NOW, _("As it is now"))]
    facts = {
        "document": document,
        "initiative": document.initiative,
        "form": CompareForm({"old": _key(old), "new": _key(new)}, states=states),
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


def wordings_beside(request: MunicipalityRequest, paragraph: Paragraph) -> dict[str, Any]:
    """Let a reader choose any two wordings of a paragraph, and show what lies between them."""
    found = paragraph.wordings.order_by("version").values_list("version", "at")
    known = {str(version): (version, at) for version, at in found}
    if len(known) < 2:
        return {}
    chosen = {name: request.GET.get(name, "") for name in ("old", "new")}
    ends = {"old": min(known, key=int), "new": max(known, key=int)}
    shown = {name: key if key in known else ends[name] for name, key in chosen.items()}
    states = [(key, f"{version} · {day_of(at)}") for key, (version, at) in known.items()]
    old, new = (known[shown[name]][0] for name in ("old", "new"))
    return {
        "choose_two": CompareForm(shown, states=states),
        "compared": compared_wordings(paragraph, old, new) if any(chosen.values()) else None,
    }


def pdf(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Hand the whole text over with its items, or an edition, and with what each came from."""
    document = the_document(request, pk)
    edition = the_edition(request, document)
    return handed_over(
        request,
        name=lambda: f"{document.title} {edition.number if edition else ''}",
        write=lambda: as_pdf(document, edition),
    )
