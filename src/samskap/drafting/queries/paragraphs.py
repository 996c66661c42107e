"""Reading paragraphs: one of them, and how much is said and proposed about each."""

from django.db.models import Count, QuerySet

from samskap.conversations.models import Thread
from samskap.drafting.models import Cause, Change, Document, Paragraph, Wording
from samskap.drafting.queries.people import WHO_GAVE
from samskap.municipalities.models import Municipality


def paragraphs_in(municipality: Municipality) -> QuerySet[Paragraph]:
    """Paragraphs of a municipality with all that their page needs."""
    found: QuerySet[Paragraph] = Paragraph.objects.of(municipality)
    return found.select_related(
        "document__initiative__account", "document__initiative__municipality"
    )


def wordings_of(paragraph: Paragraph) -> QuerySet[Wording]:
    """Every wording of a paragraph, the newest first, with who wrote it and for whom."""
    return paragraph.wordings.select_related("by", *WHO_GAVE).order_by("-version")


def causes_of(wordings: list[Wording]) -> dict[int, list[Cause]]:
    """What brought each of some wordings about; one question for all."""
    found: dict[int, list[Cause]] = {wording.pk: [] for wording in wordings}
    causes = Cause.objects.filter(wording__in=wordings)
    for cause in causes.select_related("contribution__standing"):
        found[cause.wording_id].append(cause)
    return found


def comments_by_paragraph(document: Document) -> dict[int, int]:
    """How much is said about each paragraph of a text, whatever its wording was."""
    keys = Paragraph.objects.filter(document=document).values("pk")
    threads = Thread.objects.filter(
        municipality=document.municipality_id, kind="paragraph", key__in=keys, is_quiet=False
    )
    return dict(threads.values_list("key", "comments_shown"))


def changes_by_paragraph(document: Document) -> dict[int, int]:
    """How many proposals about each paragraph of a text wait for an answer."""
    waiting = Change.objects.filter(document=document, state=Change.State.OPEN)
    counted = waiting.exclude(paragraph=None).order_by().values("paragraph")
    return dict(counted.annotate(n=Count("pk")).values_list("paragraph", "n"))
