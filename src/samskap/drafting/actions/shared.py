"""What every change of a text has in common: it is held, worded, and given to the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from django.utils import timezone

from samskap.drafting.actions.sources import bring_along, held_by
from samskap.drafting.errors import NotOfThisText, SayWhy, TextIsClosed, WordsAreMissing
from samskap.drafting.models import Cause, Change, Document, Paragraph, Wording
from samskap.drafting.models.item import Item
from samskap.drafting.models.paragraph import GAP
from samskap.drafting.queries.texts import wording_now
from samskap.kernels.word_differences import merged
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Contribution
from samskap.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Clash:
    """That somebody worded the same words meanwhile: nothing was written, and nothing is lost.

    now   the wording that holds, which whoever writes must read first
    mine  what they wrote, still theirs to put in
    """

    now: Wording
    mine: str


def held(document: Document) -> Document:
    """Hold the account of the initiative, so that texts change one step after another."""
    ledger.lock(document.initiative.account_id)
    fresh: Document = Document.objects.select_related(
        "initiative__account", "initiative__municipality"
    ).get(pk=document.pk)
    if not fresh.is_open:
        raise TextIsClosed(title=fresh.title)
    return fresh


def held_paragraph(paragraph: Paragraph) -> Paragraph:
    """Hold the text of a paragraph, and read the paragraph anew."""
    document = held(paragraph.document)
    fresh: Paragraph = Paragraph.objects.get(pk=paragraph.pk)
    fresh.document = document
    return fresh


def some_words(text: str) -> str:
    """The words without white space around them, lines ended as everywhere.

    Refuses with WordsAreMissing.
    """
    said = text.replace("\r\n", "\n").strip()
    if not said:
        raise WordsAreMissing
    return said


def reason_given(why: str) -> str:
    """The reason without white space around it. Refuses with SayWhy."""
    said = why.strip()
    if not said:
        raise SayWhy
    return said


def row_of(document: Document, hand: Hand, at: datetime | None = None) -> Contribution:
    """The ledger row of a writer: one for each hand and text, written with the first wording.

    What somebody writes in a hundred steps is one draft and not a hundred.
    """
    changes = Change.objects.filter(document=document).values("contribution")
    theirs = Contribution.objects.filter(
        wordings__paragraph__document=document,
        giver=hand.giver,
        actor_kind=hand.actor_kind,
        speaking_for=hand.speaking_for,
    )
    return theirs.exclude(pk__in=changes).first() or ledger.give(
        account=document.initiative.account,
        hand=hand,
        phase=document.initiative.phase,
        kind="draft",
        caption=document.title,
        path=document.get_absolute_url(),
        at=at,
    )


def word(
    paragraph: Paragraph,
    text: str,
    *,
    why: str,
    by: Person | None,
    contribution: Contribution,
    causes: Iterable[Contribution] = (),
    is_whole: bool = True,
    at: datetime | None = None,
) -> Wording:
    """Write the next wording of a paragraph that is held; an empty one takes it out.

    Where the paragraph is an item, what caused the wording is where the item came from, too.

    is_whole  all of what caused it is in the wording, not a part of it

    Refuses with WaitsForTheBody, before anything is written, or with NotOfThisText.
    """
    is_new = paragraph.wordings.first() is None
    item = None if is_new else _free_item(paragraph)
    paragraph.version = 1 if is_new else paragraph.version + 1
    at = at or timezone.now()
    wording: Wording = Wording.objects.create(
        municipality_id=paragraph.municipality_id,
        paragraph=paragraph,
        version=paragraph.version,
        text=text,
        why=why,
        by=by,
        contribution=contribution,
        at=at,
    )
    paragraph.removed_at = None if text else at
    paragraph.save(update_fields=["version", "removed_at"])
    found = list(causes)
    _say_what_caused(wording, found)
    if item is not None and item.is_alive and text:
        bring_along(item, found, by=by, is_whole=is_whole, at=at)
    ledger.touch(paragraph.document.initiative.account)
    return wording


def _free_item(paragraph: Paragraph) -> Item | None:
    """The item that a paragraph is, if any, free for new words.

    Refuses with WaitsForTheBody: an elected body answers about the words that it was given.
    """
    item: Item | None = (
        Item.objects.filter(paragraph=paragraph)
        .select_related("recommendation__formal_decision__body")
        .first()
    )
    if item is not None and item.waits:
        raise held_by(item)
    return item


def _say_what_caused(wording: Wording, causes: Iterable[Contribution]) -> None:
    """Write down which contributions brought a wording about. Refuses with NotOfThisText."""
    found = {cause.pk: cause for cause in causes}
    account = wording.paragraph.document.initiative.account_id
    if any(cause.account_id != account for cause in found.values()):
        raise NotOfThisText
    Cause.objects.bulk_create(
        Cause(municipality_id=wording.municipality_id, wording=wording, contribution=cause)
        for cause in found.values()
    )


def new_paragraph(
    document: Document, *, kind: str, after: Paragraph | None, public_id: UUID | None = None
) -> Paragraph:
    """Make a paragraph that has no wording yet, after another or at the end."""
    document.paragraphs_ever += 1
    document.save(update_fields=["paragraphs_ever"])
    paragraph = Paragraph(
        municipality_id=document.municipality_id,
        document=document,
        number=document.paragraphs_ever,
        kind=kind,
        place=place_after(document, after),
    )
    if public_id:
        paragraph.public_id = public_id
    paragraph.save()
    return paragraph


def place_after(document: Document, after: Paragraph | None, *, at_the_top: bool = False) -> int:
    """A place after a paragraph, at the end where none is named, or before all others.

    Where no number is left between two, all are numbered anew.
    """
    if after is not None and after.document_id != document.pk:
        raise NotOfThisText
    order = ("place", "pk")
    standing = document.paragraphs.order_by(*order)
    if after is None and not at_the_top:
        last = standing.last()
        return last.place + GAP if last else GAP
    if after is None:
        first = standing.first()
        return first.place - GAP if first else GAP
    place = Paragraph.objects.values_list("place", flat=True).get(pk=after.pk)
    next_place = standing.filter(place__gt=place).values_list("place", flat=True).first()
    if next_place is None:
        return int(place) + GAP
    if next_place - place > 1:
        return int(place + (next_place - place) // 2)
    rows = list(standing)
    for number, row in enumerate(rows, 1):
        row.place = number * GAP
    Paragraph.objects.bulk_update(rows, ["place"], batch_size=500)
    return place_after(document, after)


def put_together(paragraph: Paragraph, text: str, *, base_version: int) -> str | Clash:
    """What a text becomes that was written on an older wording; a clash where words touch.

    Words for a paragraph that was taken out meanwhile touch it whole.
    """
    now = wording_now(paragraph)
    if base_version == now.version:
        return text
    base = Wording.objects.filter(paragraph=paragraph, version=base_version).first()
    together = merged(base.text, text, now.text) if base and now.text else None
    return Clash(now=now, mine=text) if together is None else together


def was_written(paragraph: Paragraph, text: str, *, by: Person, base_version: int) -> bool:
    """Whether somebody has put this text in already, on this wording: they pressed twice.

    Others may have written since, so the text that holds now need not show it.
    """
    since = list(paragraph.wordings.filter(version__gte=base_version).order_by("version"))
    base = since[0] if since else None
    return any(
        wording.by_id == by.pk and merged(base.text, text, before.text) == wording.text
        for before, wording in pairwise(since)
        if base is not None
    )
