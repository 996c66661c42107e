"""A text on paper: every paragraph, each item with its facts, and the proposals it came from."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from samskap.base.pdf import Paper
from samskap.drafting import cards_items as cards
from samskap.drafting.models import Cause, Document, Edition, Paragraph
from samskap.drafting.models.item import Item, ItemSource
from samskap.drafting.queries.items import answered_of, items_of, money_of, sums_of_plan
from samskap.drafting.queries.people import WHO_GAVE
from samskap.drafting.queries.texts import Placed, document_at
from samskap.drafting.words_items import day_of
from samskap.ledger.cards import author_of
from samskap.ledger.models import Contribution, FateStatus

Line = tuple[str, str, str]  # style of the paper, words, their language; empty for the reader’s own


def as_pdf(document: Document, edition: Edition | None = None) -> bytes:
    """Write the text in the language that is spoken now; its own words stay as they are.

    edition  the state that is written; the text as it is where there is none
    """
    paper = Paper(
        title=document.title,
        language=get_language() or "en",
        author=document.initiative.municipality.name,
    )
    for style, words, lang in lines_of(document, edition):
        paper.add(words, style, lang)
    return paper.written()


def lines_of(document: Document, edition: Edition | None = None) -> Iterator[Line]:
    """Say what stands on the paper, from its top; a fixed number of questions to the database.

    Costs and answers are as they stand today, so that an edition is printed without them.
    """
    lang = document.language
    items = {} if edition else {item.paragraph_id: item for item in items_of(document)}
    yield "H1", document.title, lang
    if edition:
        yield "P", f"{edition}, {day_of(edition.at)}", lang
    yield (
        "soft",
        _("{municipality}, {day}").format(
            municipality=document.initiative.municipality.name,
            day=date_format(timezone.localdate()),
        ),
        "",
    )
    if document.purpose:
        yield "P", document.purpose, lang
    if items:
        sums = sums_of_plan(list(items.values()), money_of(document))
        yield "P", cards.sentence_of(sums), ""
        for number in cards.money_facts(sums):
            yield "P", " ".join(filter(None, [f"{number['label']}:", number["value"]])), ""
        answered, given = answered_of(document)
        yield "P", answered_said(answered, given), ""
    sources = sources_by_item(document) if items else {}
    placed_all = document_at(document, edition=edition)
    causes = causes_by_paragraph(placed_all)
    for placed in placed_all:
        item = items.get(placed.paragraph.pk)
        if item is None:
            is_heading = placed.paragraph.kind == Paragraph.Kind.HEADING
            yield "H2" if is_heading else "P", placed.text, lang
            if found := causes.get(placed.paragraph.pk):
                said = "; ".join(given_said(each) for each in found)
                yield "soft", " ".join([_("It came from:"), said]), ""
        else:
            yield from item_lines(item, placed.text, sources.get(item.pk, []), lang)


def item_lines(item: Item, text: str, sources: list[ItemSource], lang: str) -> Iterator[Line]:
    """One item: what, the words of the text, its facts, where it came from."""
    row = cards.row_of(item)
    yield "H2", str(item), lang
    if text.strip() != item.title:
        yield "P", text, lang
    facts = [
        (_("How it stands"), row["state"]),
        (_("Answer"), row["answer"]),
        (_("Costs"), row["cost"]),
        (_("Responsible"), row["responsible"]),
        (_("By when"), row["due"]),
    ]
    yield "P", "\n".join(f"{label}: {value}" for label, value in facts if value), ""
    if row["promise"]:
        yield "P", row["promise"], ""
    if sources:
        yield "P", _("It came from:"), ""
        for source in sources:
            yield "P", f"– {given_said(source.contribution)}", lang


def given_said(given: Contribution) -> str:
    """One contribution with who gave it, as the ledger lets it show."""
    author = author_of(given)
    who = ", ".join(filter(None, [author["name"], author["speaks_for"]]))
    said = pgettext("what somebody gave, by whom and when", "“{caption}” ({who}, {day})")
    return said.format(
        caption=given.standing.caption or _("a contribution"), who=who, day=day_of(given.at)
    )


def causes_by_paragraph(text: list[Placed]) -> dict[int, list[Contribution]]:
    """What brought about the wordings of each paragraph, up to the one that is meant; one question.

    What was taken back is left out, and so is what caused two wordings the second time.
    """
    version_of = {placed.paragraph.pk: placed.wording.version for placed in text}
    rows = Cause.objects.filter(wording__paragraph__in=version_of).exclude(
        contribution__standing__status=FateStatus.WITHDRAWN
    )
    found: dict[int, dict[int, Contribution]] = {}
    for cause in rows.select_related("wording", *WHO_GAVE).order_by("wording__version", "pk"):
        if cause.wording.version <= version_of[cause.wording.paragraph_id]:
            given = found.setdefault(cause.wording.paragraph_id, {})
            given.setdefault(cause.contribution_id, cause.contribution)
    return {key: list(given.values()) for key, given in found.items()}


def sources_by_item(document: Document) -> dict[int, list[ItemSource]]:
    """Where each item of a text came from; one question for all of them."""
    found: dict[int, list[ItemSource]] = {}
    rows = ItemSource.objects.filter(item__document=document).select_related(*WHO_GAVE)
    for source in rows.order_by("item", "contribution__at", "pk"):
        found.setdefault(source.item_id, []).append(source)
    return found


def answered_said(answered: int, given: int) -> str:
    """How many of those who gave something have their answer."""
    return ngettext(
        "{answered} of {given} contribution to the plan is answered.",
        "{answered} of {given} contributions to the plan are answered.",
        given,
    ).format(answered=answered, given=given)
