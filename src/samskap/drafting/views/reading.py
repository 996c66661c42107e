"""What everybody can read: a text, a paragraph with its history, a proposed change."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.drafting import cards
from samskap.drafting.models import Document, Edition, Item, Paragraph
from samskap.drafting.permissions import may_keep, may_name_writers, may_write
from samskap.drafting.permissions_items import may_plan
from samskap.drafting.queries.changes import new_paragraphs_of
from samskap.drafting.queries.items import adopted_unwritten
from samskap.drafting.queries.paragraphs import causes_of, wordings_of
from samskap.drafting.queries.texts import wording_now
from samskap.drafting.talk import about_paragraph
from samskap.drafting.views.comparing import wordings_beside
from samskap.drafting.views.deciding import page_of
from samskap.drafting.views.finding import (
    the_change,
    the_document,
    the_edition,
    the_paragraph,
)
from samskap.initiatives.queries.kept import kept
from samskap.municipalities.middleware import MunicipalityRequest

STEPS_SHOWN = 10  # wordings on one page of the history
LONG = 30  # paragraphs, from which one looks for one of them by its number


@require_safe
def document(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show a text: its paragraphs, what waits about each, who writes and who decides.

    An edition is shown as it was, and nothing can be done with it but read it.
    """
    text = the_document(request, pk)
    edition = the_edition(request, text)
    if "number" in request.GET and (found := sought(request, text)):
        return found
    key = f"drafting.text:{text.pk}" + (f":{edition.number}" if edition else "")
    inside = kept(text.initiative, key, lambda: drawn(text, edition))
    is_open = text.is_open and edition is None
    page = {
        "document": text,
        "initiative": text.initiative,
        "edition": edition,
        "is_open": is_open,
        "inside": inside,
        "writers": list(text.writers.order_by("pk")),
        "editions": list(text.editions.all()[: cards.MOST_BESIDE]),
        "proposed": list(new_paragraphs_of(text)[: cards.MOST_BESIDE]) if is_open else [],
        "may_write": is_open and may_write(request.user, text),
        "may_keep": edition is None
        and (may_keep(request.user, text) or may_name_writers(request.user, text)),
    }
    return render(request, "drafting/document.html", page)


def sought(request: MunicipalityRequest, text: Document) -> HttpResponse | None:
    """Lead to the paragraph whose number was typed, or say that there is none."""
    asked = [*keys_in([request.GET["number"].strip()]), 0][0]
    found = text.paragraphs.filter(number=asked).first()
    if found is None:
        messages.error(request, _("This text has no such paragraph. Type another number."))
        return None
    edition = {"edition": request.GET["edition"]} if request.GET.get("edition") else {}
    if found.removed_at and not edition:
        return redirect(found)
    query = f"?{urlencode(edition)}" if edition else ""
    return redirect(f"{text.get_absolute_url()}{query}#{found.anchor}")


def drawn(text: Document, edition: Edition | None = None) -> SafeString:
    """Draw the paragraphs of a text or of an edition, the same for everybody who reads it."""
    shown = cards.shown_of(edition) if edition else cards.shown_in(text)
    facts = {
        "document": text,
        "edition": edition,
        "shown": shown,
        "headings": cards.headings_in(shown),
        "is_long": len(shown) >= LONG,
    }
    return render_to_string("drafting/parts/text.html", facts)


@require_safe
def paragraph(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show a paragraph: what it says, what is proposed, what is said, and how it came to be."""
    return render(request, "drafting/paragraph.html", sheet_of(request, the_paragraph(request, pk)))


def sheet_of(request: MunicipalityRequest, paragraph: Paragraph) -> dict[str, Any]:
    """Everything that the page of a paragraph shows."""
    document = paragraph.document
    page = page_for(request, wordings_of(paragraph), order=("-version",), size=STEPS_SHOWN)
    oldest = page.items[-1] if page.items else None
    before = (
        paragraph.wordings.filter(version=oldest.version - 1).first()
        if oldest and oldest.version > 1
        else None
    )
    return {
        "document": document,
        "paragraph": paragraph,
        "wording": wording_now(paragraph),
        "adopted": adopted_unwritten(Item.objects.filter(paragraph=paragraph)).first(),
        "proposals": cards.proposals_of(paragraph),
        "steps": cards.steps_of(page.items, before, causes_of(page.items)),
        "page": page,
        **wordings_beside(request, paragraph),
        "talk": about_paragraph(paragraph),
        "may_write": document.is_open and may_write(request.user, document),
        "may_plan": may_plan(request.user, document),
    }


@require_safe
def change(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show a proposed change: what it does word by word, why, and what became of it."""
    found = the_change(request, pk)
    return render(request, "drafting/change.html", page_of(request, found))
