"""Writing directly, as one of the writers. Two who write at once never lose a word."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from samskap.base.memory import remember
from samskap.drafting.actions.shared import (
    Clash,
    held,
    held_paragraph,
    new_paragraph,
    place_after,
    put_together,
    reason_given,
    row_of,
    some_words,
    was_written,
    word,
)
from samskap.drafting.errors import NotYoursToWrite, PartnersDecide
from samskap.drafting.models import Document, Paragraph, Wording
from samskap.drafting.permissions import is_writer, may_write
from samskap.drafting.queries.texts import wording_now
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Contribution
from samskap.people.models import Person


def _ask_leave(document: Document, by: Person) -> None:
    """Refuse whoever does not write this text, or does so no longer."""
    if may_write(by, document):
        return
    raise PartnersDecide if is_writer(by, document) else NotYoursToWrite


@transaction.atomic
def add_paragraph(
    *,
    document: Document,
    hand: Hand,
    kind: str = Paragraph.Kind.TEXT,
    text: str,
    why: str,
    causes: Iterable[Contribution] = (),
    after: Paragraph | None = None,
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Paragraph:
    """Write a new paragraph, after another or at the end.

    causes     the contributions that brought it about
    public_id  the same for what is sent twice from one form: it is written once

    Refuses with TextIsClosed, NotYoursToWrite, PartnersDecide, WordsAreMissing, SayWhy or
    NotOfThisText.
    """
    document = held(document)
    _ask_leave(document, hand.by)
    said, reason = some_words(text), reason_given(why)
    if public_id:
        sent = Paragraph.objects.filter(public_id=public_id, document=document)
        written: Paragraph | None = sent.first()
        if written:
            return written
    contribution = row_of(document, hand, at)
    paragraph = new_paragraph(document, kind=kind, after=after, public_id=public_id)
    wording = word(
        paragraph,
        said,
        why=reason,
        by=hand.by,
        contribution=contribution,
        causes=causes,
        at=at,
    )
    _remember("drafting.paragraph_added", wording, hand.by)
    return paragraph


@transaction.atomic
def write(
    *,
    paragraph: Paragraph,
    hand: Hand,
    text: str,
    why: str,
    base_version: int,
    causes: Iterable[Contribution] = (),
    at: datetime | None = None,
) -> Wording | Clash:
    """Word a paragraph anew.

    What somebody else wrote meanwhile stays: words that do not touch are put together, and where
    they touch nothing is written. Then whoever writes reads both, and says how it should read.
    A paragraph that was taken out comes back, if whoever writes has read that it was.

    base_version  the version that whoever writes has read

    Refuses with TextIsClosed, NotYoursToWrite, PartnersDecide, WordsAreMissing, SayWhy or
    WaitsForTheBody.
    """
    paragraph = held_paragraph(paragraph)
    document = paragraph.document
    _ask_leave(document, hand.by)
    said, reason = some_words(text), reason_given(why)
    now = wording_now(paragraph)
    if said == now.text or was_written(paragraph, said, by=hand.by, base_version=base_version):
        return now  # pressed twice, or two wrote the same
    together = put_together(paragraph, said, base_version=base_version)
    if isinstance(together, Clash):
        return together
    if together == now.text:
        return now
    wording = word(
        paragraph,
        together,
        why=reason,
        by=hand.by,
        contribution=row_of(document, hand, at),
        causes=causes,
        at=at,
    )
    _remember("drafting.worded", wording, hand.by)
    return wording


@transaction.atomic
def remove_paragraph(
    *, paragraph: Paragraph, hand: Hand, why: str, base_version: int
) -> Wording | Clash:
    """Take a paragraph out. Its wordings and what was said of it stay, and it can come back.

    Refuses with TextIsClosed, NotYoursToWrite, PartnersDecide, SayWhy or WaitsForTheBody.
    """
    paragraph = held_paragraph(paragraph)
    _ask_leave(paragraph.document, hand.by)
    reason, now = reason_given(why), wording_now(paragraph)
    if paragraph.removed_at:
        return now
    if now.version != base_version:
        return Clash(now=now, mine="")
    wording = word(
        paragraph,
        "",
        why=reason,
        by=hand.by,
        contribution=row_of(paragraph.document, hand),
    )
    _remember("drafting.paragraph_removed", wording, hand.by)
    return wording


@transaction.atomic
def place_paragraph(*, paragraph: Paragraph, after: Paragraph | None, by: Person) -> None:
    """Move a paragraph behind another, or to the top. Its wording stays as it is.

    Refuses with TextIsClosed, NotYoursToWrite, PartnersDecide or NotOfThisText.
    """
    paragraph = held_paragraph(paragraph)
    document = paragraph.document
    _ask_leave(document, by)
    if after is not None and after.pk == paragraph.pk:
        return
    paragraph.place = place_after(document, after, at_the_top=after is None)
    paragraph.save(update_fields=["place"])
    ledger.touch(document.initiative.account)
    within = document.initiative
    remember("drafting.paragraph_moved", by=by.pseudonym_key, about=paragraph, within=within)


def _remember(what: str, wording: Wording, by: Person) -> None:
    """Write one line of the house’s memory about a wording."""
    within = wording.paragraph.document.initiative
    remember(what, by=by.pseudonym_key, about=wording, within=within)
