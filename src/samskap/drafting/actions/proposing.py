"""Proposing a change to a text, on the web or on paper, and taking it back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.finding import let_go
from samskap.base.memory import remember
from samskap.base.text import plain
from samskap.drafting.actions.shared import held, reason_given, some_words
from samskap.drafting.errors import (
    NothingChanges,
    NotOfThisText,
    NotYourChange,
    NotYoursToEnter,
    ParagraphIsGone,
)
from samskap.drafting.models import Change, Document, Paragraph, Wording
from samskap.drafting.permissions import may_enter_for_others, may_withdraw
from samskap.drafting.queries.texts import wording_now
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Contribution, Side, Standing
from samskap.notices.actions import tell
from samskap.people.models import Person

What, State = Change.What, Change.State


def propose_change(
    *,
    paragraph: Paragraph,
    text: str,
    reason: str,
    hand: Hand,
    base_version: int | None = None,
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Change:
    """Propose how a paragraph should read.

    base_version  the version that whoever proposes has read; the one that holds where none is given
    public_id     the same for what is sent twice from one form: it is proposed once

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYoursToEnter, TextIsClosed,
    ParagraphIsGone, WordsAreMissing, SayWhy or NothingChanges.
    """
    said, reason = some_words(text), reason_given(reason)
    return _propose(
        paragraph.document,
        hand,
        public_id,
        at,
        base_version=base_version,
        what=What.REWORD,
        paragraph=paragraph,
        text=said,
        reason=reason,
    )


def propose_paragraph(
    *,
    document: Document,
    text: str,
    reason: str,
    hand: Hand,
    kind: str = Paragraph.Kind.TEXT,
    after: Paragraph | None = None,
    causes: Iterable[Contribution] = (),
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Change:
    """Propose a new paragraph, after another or at the end.

    causes  other contributions that it rests on

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYoursToEnter, TextIsClosed,
    WordsAreMissing, SayWhy or NotOfThisText.
    """
    found = list(causes)
    account = document.initiative.account_id
    if after is not None and after.document_id != document.pk:
        raise NotOfThisText
    if any(cause.account_id != account for cause in found):
        raise NotOfThisText
    said, reason = some_words(text), reason_given(reason)
    return _propose(
        document,
        hand,
        public_id,
        at,
        what=What.ADD,
        after=after,
        kind=kind,
        text=said,
        reason=reason,
        rests_on=[cause.pk for cause in found],
    )


def propose_removal(
    *,
    paragraph: Paragraph,
    reason: str,
    hand: Hand,
    base_version: int | None = None,
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Change:
    """Propose to take a paragraph out.

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYoursToEnter, TextIsClosed,
    ParagraphIsGone or SayWhy.
    """
    return _propose(
        paragraph.document,
        hand,
        public_id,
        at,
        base_version=base_version,
        what=What.REMOVE,
        paragraph=paragraph,
        reason=reason_given(reason),
    )


@transaction.atomic
def _propose(
    document: Document,
    hand: Hand,
    public_id: UUID | None,
    at: datetime | None,
    *,
    base_version: int | None = None,
    **said: Any,
) -> Change:
    """Write a proposal down: its row in the ledger asks for an answer, and the writers hear."""
    hand.require_level("drafting.propose")
    if hand.entered_on_behalf and not may_enter_for_others(hand.by, document):
        raise NotYoursToEnter
    document = held(document)
    change = Change(
        municipality_id=document.municipality_id,
        document=document,
        public_id=public_id or uuid4(),
        proposed_at=at or timezone.now(),
        **said,
    )
    said_before = Change.objects.filter(public_id=change.public_id, document=document)
    sent: Change | None = said_before.first()
    if sent:
        return sent
    if change.paragraph is not None:
        change.base = _base_of(change, change.paragraph, base_version)
    initiative = document.initiative
    change.contribution = ledger.give(
        account=initiative.account,
        hand=hand,
        phase=initiative.phase,
        kind="draft",
        caption=caption_of(change),
        is_input=hand.side == Side.NON_PUBLIC,  # nobody owes the municipality an answer
        answer_days=initiative.municipality.answer_days,
        at=at,
    )
    change.save()
    ledger.lead_to(change.contribution, change.get_absolute_url())
    remember("drafting.proposed", by=hand.by.pseudonym_key, about=change, within=initiative)
    for writer in document.writers.exclude(pk=hand.by.pk):
        tell(
            person=writer,
            municipality=initiative.municipality,
            kind="drafting.proposed",
            label=format_lazy(_("Somebody proposes a change to “{title}”."), title=document.title),
            text=change.reason,
            path=change.get_absolute_url(),
            names=hand.giver.person,
        )
    return change


def caption_of(change: Change) -> str:
    """One line that tells a proposal from others about the same text."""
    place = f" ¶ {change.paragraph.number}" if change.paragraph else ""
    return f"{change.document.title[:100]}{place}: {plain(change.reason, 80)}"


def _base_of(change: Change, about: Paragraph, base_version: int | None) -> Wording:
    """The wording that a proposal is written on. Refuses with ParagraphIsGone or NothingChanges."""
    paragraph = Paragraph.objects.get(pk=about.pk)
    if paragraph.removed_at:
        raise ParagraphIsGone
    now = wording_now(paragraph)
    read = paragraph.wordings.filter(version=base_version or 0).first() or now
    if change.what == What.REWORD and change.text in (now.text, read.text):
        raise NothingChanges
    return read


@transaction.atomic
def withdraw_change(*, change: Change, by: Person) -> None:
    """Take back what one proposed. Its words disappear; that something was proposed stays.

    Refuses with NotYourChange.
    """
    initiative = change.document.initiative
    ledger.lock(initiative.account_id)
    change = Change.objects.select_related("contribution__giver").get(pk=change.pk)
    if not may_withdraw(by, change):
        raise NotYourChange
    ledger.withdraw(contribution=change.contribution, by=by)
    change.state, change.decided_at = State.WITHDRAWN, timezone.now()
    change.text = change.reason = ""
    change.save(update_fields=["state", "decided_at", "text", "reason"])
    Standing.objects.filter(pk=change.contribution_id).update(caption="")
    let_go(change)
    remember("drafting.withdrawn", by=by.pseudonym_key, about=change, within=initiative)
