"""Where an item came from: contributions that are in it, and those that are not, each answered."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from samskap.base.memory import key_of, remember
from samskap.base.refusals import Refusal
from samskap.drafting.errors import (
    AnswerItOnItsPage,
    ItemStandsElsewhere,
    NotOfThisText,
    NotYoursToPlan,
    WaitsForTheBody,
)
from samskap.drafting.models import Change, Document
from samskap.drafting.models.item import Item, ItemSource
from samskap.drafting.permissions_items import may_plan
from samskap.drafting.words_items import in_item
from samskap.initiatives.actions.moving import locked
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.actions.settling import parts_of
from samskap.ledger.hands import answering_side
from samskap.ledger.models import Contribution, FateStatus, Standing
from samskap.people.models import Person


@transaction.atomic
def put_in_item(
    *,
    item: Item,
    contributions: Iterable[Contribution],
    by: Person,
    is_whole: bool = True,
    says: str = "",
    at: datetime | None = None,
) -> int:
    """Say that an item came from these contributions; each giver hears it. Returns how many.

    What goes on as a part of one of them comes along. A second press adds nothing.

    is_whole  all of what was given is in the item, not a part of it
    says      what more there is to say to the givers

    Refuses with NotYoursToPlan, AnswerItOnItsPage or NotOfThisText.
    """
    initiative = locked(item.document.initiative)
    must_plan(by, item.document)
    named = list(contributions)
    must_be_free(named)
    return add_sources(item, initiative, named, by=by, is_whole=is_whole, says=says, at=at)


def add_sources(
    item: Item,
    initiative: Initiative,
    contributions: Iterable[Contribution],
    *,
    by: Person,
    is_whole: bool = True,
    says: str = "",
    at: datetime | None = None,
) -> int:
    """Write the sources of an item, and answer each that is not in it yet, or has no answer.

    Proposed changes that wait are answered by the rule of their text, and not here.
    """
    at = at or timezone.now()
    named = list(contributions)
    if any(each.account_id != initiative.account_id for each in named):
        raise NotOfThisText
    answered = item.sources.exclude(contribution__standing__answered_at=None)
    known = set(answered.values_list("contribution", flat=True))
    new = [each for each in named if each.pk not in known and not is_taken_back(each)]
    if not new:
        return 0
    item.sources.filter(contribution__in=new).update(is_whole=is_whole)
    along = bring_along(item, new, by=by, is_whole=is_whole, at=at)
    answered_there = set(_waiting_changes(new).values_list("contribution", flat=True))
    reason = in_item(item)
    side = answering_side(by, item.municipality)
    for each in new:
        if each.pk not in along | answered_there:  # what goes along is answered with the whole
            ledger.settle(
                contribution=each,
                status=FateStatus.USED if is_whole else FateStatus.PARTLY_USED,
                reason=" ".join(filter(None, [reason, says.strip()])),
                decision_key=key_of(item),
                by=by,
                side=side,
                at=max(at, each.at),
            )
    remember("drafting.sources_added", by=by.pseudonym_key, about=item, within=initiative)
    return len(new)


def bring_along(
    item: Item,
    contributions: Iterable[Contribution],
    *,
    by: Person | None,
    is_whole: bool,
    at: datetime,
) -> set[int]:
    """Write where an item came from, and answer nobody; returns the keys of what is a part.

    What goes on as a part of a contribution comes along. What is in the item already stays as it is
    said to be.
    """
    named = [each for each in contributions if not is_taken_back(each)]
    parts = {part.pk for each in named for part in parts_of(each)}
    ItemSource.objects.bulk_create(
        (
            ItemSource(
                municipality_id=item.municipality_id,
                item=item,
                contribution_id=key,
                is_whole=is_whole,
                by=by,
                at=at,
            )
            for key in dict.fromkeys([*(each.pk for each in named), *sorted(parts)])
        ),
        ignore_conflicts=True,
    )
    return parts


@transaction.atomic
def leave_out(
    *,
    document: Document,
    contributions: Iterable[Contribution],
    by: Person,
    reason: str,
    at: datetime | None = None,
) -> int:
    """Say that these contributions are not in the plan, and why; each giver hears it.

    One that somebody put into an item comes out of it again, unless an elected body has the item.
    Who has heard just that already, hears it once: a second press changes nothing.

    Refuses with NotYoursToPlan, NotOfThisText, AnswerItOnItsPage, WaitsForTheBody,
    ItemStandsElsewhere or ReasonIsMissing.
    """
    initiative = locked(document.initiative)
    must_plan(by, document)
    named = list(contributions)
    if any(each.account_id != initiative.account_id for each in named):
        raise NotOfThisText
    must_be_free(named)
    sources = ItemSource.objects.filter(item__document=document, contribution__in=named)
    laid = sources.exclude(item__recommendation=None).select_related(
        "item__recommendation__formal_decision__body"
    )
    for source in laid[:1]:
        raise held_by(source.item)
    sources.delete()
    known = Standing.objects.filter(
        contribution__in=named, status=FateStatus.NOT_USED, reason=reason.strip()
    )
    heard = set(known.values_list("pk", flat=True))
    left = [each for each in named if not is_taken_back(each) and each.pk not in heard]
    for each in left:
        ledger.settle(
            contribution=each,
            status=FateStatus.NOT_USED,
            reason=reason.strip(),
            by=by,
            side=answering_side(by, document.municipality),
            at=max(at or timezone.now(), each.at),
        )
    remember("drafting.left_out", by=by.pseudonym_key, about=document, within=initiative)
    return len(left)


def must_be_free(contributions: Iterable[Contribution]) -> None:
    """Refuse proposed changes that wait for those who decide about the text."""
    for change in _waiting_changes(contributions).select_related("contribution__standing")[:1]:
        raise AnswerItOnItsPage(caption=change.contribution.standing.caption)


def _waiting_changes(contributions: Iterable[Contribution]) -> "QuerySet[Change]":
    """The proposed changes among some contributions that wait for an answer."""
    return Change.objects.filter(contribution__in=list(contributions), state=Change.State.OPEN)


def is_taken_back(contribution: Contribution) -> bool:
    """Whether its giver took a contribution back: then nobody waits for an answer."""
    return contribution.standing.status == FateStatus.WITHDRAWN


def must_plan(by: Person, document: Document) -> None:
    """Refuse those who do not carry the initiative."""
    if not may_plan(by, document):
        raise NotYoursToPlan(initiative=document.initiative.title)


def held_by(item: Item) -> Refusal:
    """Say which body has an item and by when it answers; or how the item stands since then."""
    if item.recommendation is None or not item.waits:
        return ItemStandsElsewhere(state=item.get_state_display())
    formal = item.recommendation.formal_decision
    return WaitsForTheBody(body=formal.body.name, day=date_format(formal.promised_on))
