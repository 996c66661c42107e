"""Reading the text of a document: as it is, as an edition was, as it was at a moment."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from samskap.base.brought import along
from samskap.base.once import once
from samskap.drafting.models import Document, Edition, Paragraph, Wording
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality

NEWEST = ("-started_at", "-pk")
IN_ORDER = ("paragraph__place", "paragraph__pk")


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A paragraph with the wording that is meant."""

    paragraph: Paragraph
    wording: Wording

    @property
    def text(self) -> str:
        """What it says."""
        return self.wording.text


def documents_in(municipality: Municipality) -> QuerySet[Document]:
    """Documents of a municipality with all that their page needs."""
    found: QuerySet[Document] = Document.objects.of(municipality)
    return found.select_related("initiative__account", "initiative__municipality")


@along(lambda: Document.objects.filter(initiative=OuterRef("pk")).order_by(*NEWEST))
@once
def documents_of(initiative: Initiative) -> list[Document]:
    """The texts of an initiative, the newest first."""
    return list(Document.objects.filter(initiative=initiative).order_by(*NEWEST))


def wordings_now(document: Document) -> QuerySet[Wording]:
    """What each paragraph says now, in order; what was taken out is left out."""
    found = Wording.objects.filter(
        paragraph__document=document,
        paragraph__removed_at=None,
        version=F("paragraph__version"),
    )
    return found.select_related("paragraph__item").order_by(*IN_ORDER)


def text_now(document: Document) -> list[Placed]:
    """The text as it is; one query."""
    return _placed(wordings_now(document))


def document_at(
    document: Document, *, edition: Edition | None = None, at: datetime | None = None
) -> list[Placed]:
    """The text as an edition was, as it was at a moment, or as it is; one query.

    The order of an edition is kept with it; at another moment the paragraphs stand in the order
    that they have now.
    """
    if edition is not None:
        return _of_edition(edition)
    if at is None:
        return text_now(document)
    newest = Wording.objects.filter(paragraph=OuterRef("paragraph"), at__lte=at)
    found = Wording.objects.filter(
        paragraph__document=document,
        pk=Subquery(newest.order_by("-version").values("pk")[:1]),
    ).exclude(text="")
    return _placed(found.select_related("paragraph").order_by(*IN_ORDER))


def _of_edition(edition: Edition) -> list[Placed]:
    """The text as an edition was."""
    wanted = [tuple(pair) for pair in edition.contents]
    found = Wording.objects.filter(paragraph__document=edition.document_id)
    rows = found.filter(at__lte=edition.at).select_related("paragraph")
    held = {(row.paragraph_id, row.version): row for row in rows}
    return _placed(held[pair] for pair in wanted if pair in held)


def _placed(wordings: object) -> list[Placed]:
    """Wordings with their paragraphs."""
    return [Placed(paragraph=row.paragraph, wording=row) for row in wordings]  # type: ignore[attr-defined]


def whole_text(document: Document, *, edition: Edition | None = None) -> str:
    """The whole text as Markdown, with its headings."""
    kinds = {Paragraph.Kind.HEADING: "## {}", Paragraph.Kind.ITEM: "- {}"}
    return "\n\n".join(
        kinds.get(Paragraph.Kind(placed.paragraph.kind), "{}").format(placed.text)
        for placed in document_at(document, edition=edition)
    )


def wording_now(paragraph: Paragraph) -> Wording:
    """What a paragraph says now; empty where it was taken out."""
    found: Wording = Wording.objects.get(paragraph=paragraph, version=paragraph.version)
    return found


def open_text_of(initiative: Initiative) -> Document | None:
    """The text of an initiative that is being written, the newest."""
    found: Document | None = (
        Document.objects.filter(Q(initiative=initiative), state=Document.State.WRITING)
        .select_related("initiative__account", "initiative__municipality")
        .first()
    )
    return found
