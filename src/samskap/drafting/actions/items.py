"""Making items of paragraphs, changing them, and what money there is for all of them."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samskap.base.memory import remember
from samskap.drafting.actions.sources import add_sources, held_by, must_plan
from samskap.drafting.errors import (
    ItemStandsElsewhere,
    NotOfThisText,
    ParagraphIsGone,
    SayWhyChanged,
)
from samskap.drafting.models import Document, Paragraph
from samskap.drafting.models.item import Item, ItemStep, Money
from samskap.drafting.words_items import kroner, responsible_for
from samskap.initiatives.actions.moving import locked
from samskap.initiatives.models import Commitment
from samskap.ledger import actions as ledger
from samskap.ledger.models import Contribution
from samskap.organisations.models import Organisation
from samskap.people.models import Person

What = ItemStep.What


@transaction.atomic
def make_item(
    *,
    paragraph: Paragraph,
    title: str,
    by: Person,
    cost_kroner: int | None = None,
    responsible: Organisation | None = None,
    responsible_says: str = "",
    due_on: date | None = None,
    commitment: Commitment | None = None,
    at: datetime | None = None,
) -> Item:
    """Make a paragraph an item of the plan; what caused its wordings is where it came from.

    A second press makes nothing more.

    Refuses with NotYoursToPlan, ParagraphIsGone or NotOfThisText.
    """
    initiative = locked(paragraph.document.initiative)
    paragraph = Paragraph.objects.select_related("document__municipality").get(pk=paragraph.pk)
    document = paragraph.document
    document.initiative = initiative
    must_plan(by, document)
    known: Item | None = Item.objects.filter(paragraph=paragraph).first()
    if known is not None:
        return known
    if paragraph.removed_at is not None:
        raise ParagraphIsGone
    _must_be_of(document, responsible, commitment)
    item = Item.objects.create(
        municipality=document.municipality,
        document=document,
        number=(document.items.aggregate(last=Max("number"))["last"] or 0) + 1,
        paragraph=paragraph,
        title=title.strip(),
        cost_kroner=cost_kroner,
        responsible=responsible,
        responsible_says=responsible_says.strip(),
        due_on=due_on,
        commitment=commitment,
        made_by=by,
        made_at=at or timezone.now(),
    )
    Paragraph.objects.filter(pk=paragraph.pk).update(kind=Paragraph.Kind.ITEM)
    happened("drafting.item_made", item, What.MADE, by=by, at=item.made_at)
    causes = Contribution.objects.filter(wordings_caused__wording__paragraph=paragraph)
    given = causes.select_related("standing", "account").distinct().order_by("pk")
    add_sources(item, initiative, given, by=by, at=at)
    return item


@transaction.atomic
def change_item(
    *,
    item: Item,
    title: str,
    by: Person,
    cost_kroner: int | None = None,
    responsible: Organisation | None = None,
    responsible_says: str = "",
    due_on: date | None = None,
    commitment: Commitment | None = None,
    why: str = "",
    at: datetime | None = None,
) -> Item:
    """Change what an item says; what it said before stays on record.

    why   needed once an elected body has answered: it decided about something else

    Refuses with NotYoursToPlan, WaitsForTheBody, ItemStandsElsewhere, SayWhyChanged or
    NotOfThisText.
    """
    item = held(item)
    must_plan(by, item.document)
    if item.waits:
        raise held_by(item)
    if not item.is_alive:
        raise ItemStandsElsewhere(state=item.get_state_display())
    if item.recommendation is not None and not why.strip():
        raise SayWhyChanged(body=item.recommendation.formal_decision.body.name)
    _must_be_of(item.document, responsible, commitment)
    before = _facts_of(item)
    item.title, item.cost_kroner, item.due_on = title.strip(), cost_kroner, due_on
    item.responsible, item.responsible_says = responsible, responsible_says.strip()
    item.commitment = commitment
    item.save()
    with translation.override(item.document.language):
        changed = [f"{old} → {new}" for old, new in zip(before, _facts_of(item), strict=True)]
        said = "; ".join(
            line
            for line, old, new in zip(changed, before, _facts_of(item), strict=True)
            if old != new
        )
    happened(
        "drafting.item_changed",
        item,
        What.CHANGED,
        says="\n".join(filter(None, [why.strip(), said])),
        by=by,
        at=at or timezone.now(),
    )
    return item


@transaction.atomic
def say_money(
    *,
    document: Document,
    kroner: int,
    said_by: str,
    said_on: date,
    by: Person,
    says: str = "",
    at: datetime | None = None,
) -> Money:
    """Say what money there is for a plan, who has said so, and when; the newest word holds.

    Scarcity stands in the open from the start, beside what everything costs (domain.md R-071).

    Refuses with NotYoursToPlan.
    """
    initiative = locked(document.initiative)
    must_plan(by, document)
    money, _is_new = Money.objects.update_or_create(
        document=document,
        said_on=said_on,
        said_by=said_by.strip(),
        defaults={
            "municipality": document.municipality,
            "kroner": kroner,
            "says": says.strip(),
            "by": by,
            "at": at or timezone.now(),
        },
    )
    remember("drafting.money_said", by=by.pseudonym_key, about=money, within=initiative)
    ledger.touch(initiative.account)
    return money


def held(item: Item) -> Item:
    """Hold the initiative, then read the item anew."""
    initiative = locked(item.document.initiative)
    fresh: Item = Item.objects.select_related(
        "municipality",
        "document__municipality",
        "responsible",
        "commitment",
        "recommendation__formal_decision__body",
    ).get(pk=item.pk)
    fresh.document.initiative = initiative
    return fresh


def happened(
    what: str,
    item: Item,
    step: str,
    *,
    by: Person,
    at: datetime,
    says: str = "",
    link: str = "",
    on: date | None = None,
) -> ItemStep:
    """Write a step of an item, remember it, and let the pages know that they are old."""
    made = ItemStep.objects.create(
        municipality_id=item.municipality_id,
        item=item,
        what=step,
        says=says.strip(),
        link=link,
        on=on or timezone.localdate(at),
        recommendation=item.recommendation,
        by=by,
        at=at,
    )
    initiative = item.document.initiative
    remember(what, by=by.pseudonym_key, about=item, within=initiative)
    ledger.touch(initiative.account)
    return made


def _facts_of(item: Item) -> list[str]:
    """What an item says, in words, so that old and new can stand beside each other."""
    unknown = _("not said")
    return [
        item.title,
        kroner(item.cost_kroner) or unknown,
        responsible_for(item) or unknown,
        date_format(item.due_on) if item.due_on else unknown,
        item.commitment.what if item.commitment else unknown,
    ]


def _must_be_of(
    document: Document, responsible: Organisation | None, commitment: Commitment | None
) -> None:
    """Refuse an organisation of another municipality, and a promise in another initiative."""
    is_far = responsible is not None and responsible.municipality_id != document.municipality_id
    if is_far or (commitment and commitment.initiative_id != document.initiative_id):
        raise NotOfThisText
