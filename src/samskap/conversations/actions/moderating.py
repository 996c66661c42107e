"""Moderating: report, judge with reasons, appeal to somebody else, decide.

Nothing is hidden by a count of reports or by a machine: a person decides, and another one decides
the appeal. Regulation (EU) 2022/2065 (DSA) art. 16, 17 and 20 ask for no less of large platforms.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone

from samskap.base.finding import let_go
from samskap.base.memory import remember
from samskap.conversations.actions.talking import count, enter_late, locked
from samskap.conversations.actions.telling import (
    tell_author_let_in,
    tell_author_of_verdict,
    tell_of_appeal,
    tell_reporters,
)
from samskap.conversations.errors import (
    AppealIsDecided,
    CommentIsGone,
    NothingIsReported,
    NotWaiting,
    NotYoursToAppeal,
    NotYoursToJudge,
    SayWhy,
    SomebodyElseDecides,
    YourOwnComment,
)
from samskap.conversations.models import Appeal, Comment, Ground, Report, State, Verdict
from samskap.conversations.permissions import (
    LEAST_LEVEL,
    is_own,
    may_appeal,
    may_decide,
    may_moderate,
)
from samskap.people.models import Person
from samskap.people.permissions import require_level


@transaction.atomic
def report(*, comment: Comment, by: Person, ground: str, text: str = "") -> Report:
    """Say that a comment should not stand. The same person says so once until it is judged.

    Refuses with SignInNeeded, YourOwnComment or CommentIsGone.
    """
    require_level(by, LEAST_LEVEL)
    if is_own(by, comment):
        raise YourOwnComment
    comment = locked(comment)
    if comment.state != State.SHOWN:
        raise CommentIsGone
    open_one = Report.objects.filter(comment=comment, by=by, verdict=None)
    try:
        with transaction.atomic():
            reported: Report = Report.objects.create(
                municipality_id=comment.municipality_id,
                comment=comment,
                by=by,
                ground=ground,
                text=text.strip(),
            )
    except IntegrityError:
        earlier: Report | None = open_one.first()
        if earlier is None:
            raise
        return earlier
    initiative = comment.thread.initiative
    remember("conversations.reported", by=by.pseudonym_key, about=comment, within=initiative)
    return reported


@transaction.atomic
def judge(*, comment: Comment, by: Person, hides: bool, ground: str = "", reason: str) -> Verdict:
    """Hide a comment, or let it stand although it was reported; always with a reason.

    Refuses with NotYoursToJudge, YourOwnComment, SayWhy, CommentIsGone or NothingIsReported.
    """
    comment = locked(comment)
    if not may_moderate(by, comment.thread.initiative):
        raise NotYoursToJudge
    if is_own(by, comment):
        raise YourOwnComment
    if not reason.strip() or (hides and ground not in Ground.values):
        raise SayWhy
    if comment.state not in (State.SHOWN, State.HELD):
        raise CommentIsGone
    if not hides and not comment.reports.filter(verdict=None).exists():
        raise NothingIsReported
    verdict = give_verdict(
        comment, hides=hides, ground=ground if hides else "", reason=reason, by=by
    )
    comment.reports.filter(verdict=None).update(verdict=verdict)
    if hides:
        tell_author_of_verdict(verdict)
    tell_reporters(verdict)
    return verdict


def give_verdict(comment: Comment, *, hides: bool, ground: str, reason: str, by: Person) -> Verdict:
    """Write a verdict, and let the comment be hidden or shown as it says."""
    verdict = Verdict.objects.create(
        municipality_id=comment.municipality_id,
        comment=comment,
        hides=hides,
        ground=ground,
        reason=reason.strip(),
        by=by,
    )
    state = State.HIDDEN if hides else State.SHOWN
    before, comment.state, comment.verdict = comment.state, state, verdict
    comment.pinned_at = None if hides else comment.pinned_at
    comment.save(update_fields=["state", "verdict", "pinned_at"])
    if State.SHOWN in (before, state) and before != state:
        let_count(comment, is_shown=not hides)
    if hides:
        let_go(comment)
    what = "conversations.hidden" if hides else "conversations.let_stand"
    initiative = comment.thread.initiative
    remember(what, by=by.pseudonym_key, about=comment, within=initiative)
    return verdict


def let_count(comment: Comment, *, is_shown: bool) -> None:
    """Keep counts and ledger true: what was never shown is entered when it is, once."""
    if is_shown and comment.contribution_id is None:
        enter_late(comment)
    else:
        count(comment, +1 if is_shown else -1)


@transaction.atomic
def let_in(*, comment: Comment, by: Person) -> None:
    """Show a first comment to everybody. From now on its author is known here.

    Refuses with NotYoursToJudge, YourOwnComment or NotWaiting.
    """
    comment = locked(comment)
    if not may_moderate(by, comment.thread.initiative):
        raise NotYoursToJudge
    if is_own(by, comment):
        raise YourOwnComment
    if comment.state != State.HELD:
        raise NotWaiting
    comment.state = State.SHOWN
    comment.save(update_fields=["state"])
    enter_late(comment)
    tell_author_let_in(comment)
    initiative = comment.thread.initiative
    remember("conversations.let_in", by=by.pseudonym_key, about=comment, within=initiative)


@transaction.atomic
def appeal(*, verdict: Verdict, by: Person, text: str) -> Appeal:
    """Ask somebody else to look again.

    Refuses with NotYoursToAppeal or SayWhy.
    """
    verdict.comment = locked(verdict.comment)
    if not may_appeal(by, verdict):
        raise NotYoursToAppeal
    if not text.strip():
        raise SayWhy
    appealed = Appeal.objects.create(
        municipality_id=verdict.municipality_id, verdict=verdict, by=by, text=text.strip()
    )
    initiative = verdict.comment.thread.initiative
    remember("conversations.appealed", by=by.pseudonym_key, about=appealed, within=initiative)
    return appealed


@transaction.atomic
def decide_appeal(*, appeal: Appeal, by: Person, changes: bool, reasons: str) -> Appeal:
    """Let a verdict stand or turn it round, with reasons.

    Refuses with SomebodyElseDecides, SayWhy or AppealIsDecided.
    """
    comment = locked(appeal.verdict.comment)
    appeal = Appeal.objects.select_related("verdict", "by").get(pk=appeal.pk)
    appeal.verdict.comment = comment
    if not may_decide(by, appeal):
        raise SomebodyElseDecides
    if not reasons.strip():
        raise SayWhy
    if appeal.changes is not None or comment.verdict_id != appeal.verdict_id:
        raise AppealIsDecided
    appeal.changes, appeal.reasons = changes, reasons.strip()
    appeal.decided_by, appeal.decided_at = by, timezone.now()
    appeal.save()
    if changes:
        turn_round(appeal, by=by)
    tell_of_appeal(appeal)
    initiative = comment.thread.initiative
    remember("conversations.appeal_decided", by=by.pseudonym_key, about=appeal, within=initiative)
    return appeal


def turn_round(appeal: Appeal, *, by: Person) -> None:
    """Show what was hidden, or hide what was let stand; tell those on the other side."""
    before = appeal.verdict
    if before.comment.state == State.REMOVED:
        return
    reported = before.reports.filter(by=appeal.by).first()
    ground = "" if before.hides else reported.ground if reported else Ground.ASTRAY
    after = give_verdict(
        before.comment, hides=not before.hides, ground=ground, reason=appeal.reasons, by=by
    )
    if after.hides:
        tell_author_of_verdict(after)
    else:
        tell_reporters(before, now=after)
