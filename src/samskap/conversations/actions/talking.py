"""Talking: say something, word it anew, take it back."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from samskap.base.finding import let_go
from samskap.base.memory import remember
from samskap.conversations.actions.telling import tell_those_called, tell_those_it_concerns
from samskap.conversations.actions.threads import thread_about
from samskap.conversations.errors import (
    AnswersHaveNoAnswers,
    CommentIsGone,
    NothingToSay,
    NotYourComment,
    NotYoursToWriteDown,
    ThreadIsClosed,
)
from samskap.conversations.hosts import Subject
from samskap.conversations.models import Comment, State, Thread, Wording
from samskap.conversations.newcomers import begins_held
from samskap.conversations.permissions import may_edit, may_remove, may_write_down
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import ActorKind, FateStatus
from samskap.people.models import Person


@transaction.atomic
def say(
    *,
    subject: Subject,
    hand: Hand,
    text: str,
    language: str,
    form_key: UUID,
    column: str = "",
    above: Comment | None = None,
    at: datetime | None = None,
) -> Comment:
    """Say something about a thing, or answer what somebody said about it.

    form_key  the same for what is sent twice from one form: it is said once
    above     the comment that it answers
    at        when it was said, where it is written down later (paper, telephone)

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYoursToWriteDown, NothingToSay,
    ThreadIsClosed, CommentIsGone, AnswersHaveNoAnswers, TooManyLinks, NoLinksYet or SlowlyAtFirst.
    """
    hand.require_level("conversations.comment")
    if hand.entered_on_behalf and not may_write_down(hand.by, subject.initiative):
        raise NotYoursToWriteDown
    if not text.strip():
        raise NothingToSay
    thread = thread_about(subject)
    if thread.is_closed or not (subject.is_open and subject.initiative.is_open):
        raise ThreadIsClosed
    if above and (above.state != State.SHOWN or above.thread_id != thread.pk):
        raise CommentIsGone
    if above and above.above_id:
        raise AnswersHaveNoAnswers
    comment = Comment(
        municipality_id=thread.municipality_id,
        thread=thread,
        above=above,
        by=None if hand.entered_on_behalf else hand.by,
        entered_by=hand.by if hand.entered_on_behalf else None,
        giver=hand.giver,
        actor_kind=hand.actor_kind,
        speaking_for=hand.speaking_for,
        channel=hand.channel,
        form_key=form_key,
        column=column if thread.has_columns and not above else "",
        text=text.strip(),
        language=language,
        at=at or timezone.now(),
    )
    mine = Q(by=hand.by) | Q(entered_by=hand.by)
    sent: QuerySet[Comment] = Comment.objects.filter(mine, thread=thread, form_key=form_key)
    if said := sent.first():
        return said
    if begins_held(hand, subject.initiative.municipality, text):
        comment.state = State.HELD
    try:
        # The button pressed twice: the constraint lets one through, the other finds what it said.
        with transaction.atomic():
            comment.save()
            if comment.state == State.SHOWN:
                enter(comment, hand)
    except IntegrityError:
        if said := sent.first():
            return said
        raise
    return comment


def enter(comment: Comment, hand: Hand) -> None:
    """Write the row of the ledger, count the comment, and tell whom it concerns."""
    thread = comment.thread
    comment.contribution = ledger.give(
        account=thread.initiative.account,
        hand=hand,
        phase=thread.initiative.phase,
        kind="comment",
        is_independent=False,
        caption=thread.label,
        path=comment.get_absolute_url(),
        at=comment.at,
    )
    comment.save(update_fields=["contribution"])
    count(comment, +1)
    remember(
        "conversations.said", by=hand.by.pseudonym_key, about=comment, within=thread.initiative
    )
    tell_those_it_concerns(comment, by=hand.by)


def enter_late(comment: Comment) -> None:
    """Enter a comment that waited for a first reading, in the hand that wrote it."""
    if comment.by is None:
        raise CommentIsGone
    hand = Hand(
        by=comment.by,
        giver=comment.giver,
        actor_kind=ActorKind(comment.actor_kind),
        speaking_for=comment.speaking_for,
    )
    enter(comment, hand)


def count(comment: Comment, change: int) -> None:
    """Keep the counts of a thread, and of the comment above, true."""
    Thread.objects.filter(pk=comment.thread_id).update(comments_shown=F("comments_shown") + change)
    if comment.above_id:
        above = Comment.objects.filter(pk=comment.above_id)
        above.update(answers_shown=F("answers_shown") + change)


@transaction.atomic
def edit(*, comment: Comment, text: str, language: str, by: Person) -> None:
    """Word a comment anew. Everybody can read how it read before.

    Refuses with NotYourComment, NothingToSay or ThreadIsClosed.
    """
    comment = locked(comment)
    if not may_edit(by, comment):
        raise NotYourComment
    if not text.strip():
        raise NothingToSay
    if comment.thread.is_closed:
        raise ThreadIsClosed
    if (text.strip(), language) == (comment.text, comment.language):
        return
    before = comment.text
    Wording.objects.create(
        comment=comment,
        text=before,
        language=comment.language,
        at=comment.edited_at or comment.at,
    )
    comment.text, comment.language, comment.edited_at = text.strip(), language, timezone.now()
    comment.save(update_fields=["text", "language", "edited_at"])
    let_go(comment)  # what it said before is found no more; what it says now soon will be
    initiative = comment.thread.initiative
    remember("conversations.edited", by=by.pseudonym_key, about=comment, within=initiative)
    tell_those_called(comment, by=by, not_again=before)


def locked(comment: Comment) -> Comment:
    """Hold a comment until the transaction ends."""
    held = Comment.objects.select_for_update(of=("self",)).select_related(
        "thread__initiative", "thread__author", "above__by", "by", "giver", "speaking_for"
    )
    found: Comment = held.get(pk=comment.pk)
    return found


@transaction.atomic
def remove(*, comment: Comment, by: Person) -> None:
    """Take back what one said. The words go everywhere; that something was said stays.

    Refuses with NotYourComment.
    """
    comment = locked(comment)
    if not may_remove(by, comment):
        raise NotYourComment
    if comment.contribution:
        ledger.settle(contribution=comment.contribution, status=FateStatus.WITHDRAWN, by=by)
    blank(comment)
    initiative = comment.thread.initiative
    remember("conversations.removed", by=by.pseudonym_key, about=comment, within=initiative)


def blank(comment: Comment) -> None:
    """Let the words of a comment be gone, its earlier wordings too."""
    if comment.state == State.SHOWN:
        count(comment, -1)
    comment.wordings.all().delete()
    comment.text, comment.state, comment.pinned_at = "", State.REMOVED, None
    comment.save(update_fields=["text", "state", "pinned_at"])
    let_go(comment)
