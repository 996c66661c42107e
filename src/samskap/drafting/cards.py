"""Joint texts as the design wants them: plain words, ready to show."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.text import as_html
from samskap.drafting.models import Cause, Change, Document, Edition, Item, Paragraph, Wording
from samskap.drafting.queries.changes import open_changes_of
from samskap.drafting.queries.paragraphs import changes_by_paragraph, comments_by_paragraph
from samskap.drafting.queries.texts import Placed, document_at, text_now, wording_now
from samskap.kernels.word_differences import Run, differences, merged
from samskap.ledger.cards import author_of

MOST_BESIDE = 20  # open changes side by side; the rest follow when these are answered


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A paragraph as it stands on the page of its text."""

    paragraph: Paragraph
    text: str
    html: SafeString
    notes: str = ""
    item: Item | None = None


def shown_in(document: Document) -> list[Shown]:
    """Each paragraph of a text, with what is said and proposed about it; three questions."""
    comments, changes = comments_by_paragraph(document), changes_by_paragraph(document)
    return [
        Shown(
            paragraph=placed.paragraph,
            text=placed.text,
            html=as_html(placed.text),
            notes=notes_on(
                comments.get(placed.paragraph.pk, 0), changes.get(placed.paragraph.pk, 0)
            ),
            item=getattr(placed.paragraph, "item", None),
        )
        for placed in text_now(document)
    ]


def shown_of(edition: Edition) -> list[Shown]:
    """Each paragraph of an edition as it was; what is said now is about the text as it is."""
    return [
        Shown(paragraph=placed.paragraph, text=placed.text, html=as_html(placed.text))
        for placed in document_at(edition.document, edition=edition)
    ]


def notes_on(comments: int, changes: int) -> str:
    """How much is said and proposed about a paragraph."""
    said = ngettext("%(n)d comment", "%(n)d comments", comments) % {"n": comments}
    proposed = ngettext("%(n)d proposed change", "%(n)d proposed changes", changes)
    return " · ".join([said] * bool(comments) + [proposed % {"n": changes}] * bool(changes))


def headings_in(shown: list[Shown]) -> list[Placed | Shown]:
    """The headings of a text, for its table of contents."""
    return [each for each in shown if each.paragraph.kind == Paragraph.Kind.HEADING]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One wording of a paragraph: what changed, why, by whom, and what caused it."""

    wording: Wording
    runs: list[Run]
    author: dict[str, Any]
    causes: list[Cause] = field(default_factory=list)


def steps_of(
    wordings: list[Wording], before: Wording | None, causes: dict[int, list[Cause]]
) -> list[Step]:
    """Wordings with what each changed, the newest first.

    before  the wording that came before the oldest of them, if any
    """
    earlier = [*(wording.text for wording in wordings[1:]), before.text if before else ""]
    return [
        Step(
            wording=wording,
            runs=differences(was, wording.text),
            author=author_of(wording.contribution),
            causes=causes.get(wording.pk, []),
        )
        for wording, was in zip(wordings, earlier, strict=True)
    ]


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A proposed change ready to show: against the text it was written on, and the text now.

    runs      what it changes of the wording that holds now; where it no longer fits, of the wording
              it was written on
    fits      whether it can be taken in as it is
    is_moved  whether the wording has changed since it was written
    """

    change: Change
    author: dict[str, Any]
    runs: list[Run]
    fits: bool = True
    is_moved: bool = False


def proposal_of(change: Change, now: Wording | None = None) -> Proposal:
    """Show what a change would do to the text as it is, or did to the text as it was.

    now  the wording that holds, where it is known already
    """
    author = author_of(change.contribution)
    base = change.base.text if change.base else ""
    if not change.is_open or change.paragraph is None:
        after = change.became.text if change.became_id and change.became else change.text
        return Proposal(change=change, author=author, runs=differences(base, after))
    now = now or wording_now(change.paragraph)
    is_moved = now.pk != change.base_id
    if not is_moved:
        return Proposal(change=change, author=author, runs=differences(base, change.text))
    together = merged(base, change.text, now.text) if change.text and now.text else None
    if together is None:
        runs = differences(base, change.text)
        return Proposal(change=change, author=author, runs=runs, fits=False, is_moved=True)
    runs = differences(now.text, together)
    return Proposal(change=change, author=author, runs=runs, is_moved=True)


def proposals_of(paragraph: Paragraph, *, but: Change | None = None) -> list[Proposal]:
    """Open proposals about a paragraph, to be shown beside each other.

    but  one that is left out, because the page is about it
    """
    found = list(open_changes_of(paragraph)[:MOST_BESIDE])
    now = wording_now(paragraph) if found else None
    return [proposal_of(change, now) for change in found if change != but]


def fate_in_words(change: Change) -> str:
    """What became of a change, in one sentence."""
    if change.is_open and change.decision_id:
        return _("The partners are asked about it.")
    return str(change.get_state_display())
