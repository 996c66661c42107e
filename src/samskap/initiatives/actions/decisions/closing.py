"""Closing a question: it is decided, it lapses, or it is taken back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from samskap.base.memory import key_of
from samskap.base.modules import announced
from samskap.initiatives.actions.decisions.shared import happened, held, tell_carriers
from samskap.initiatives.actions.hands import hand_of
from samskap.initiatives.actions.states import lock_problem, lock_solution
from samskap.initiatives.errors.decisions import (
    DecisionIsClosed,
    ReasonsAreMissing,
    StillTimeForVoices,
)
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.models import Decision, Voice
from samskap.initiatives.permissions.decisions import may_open_decision
from samskap.initiatives.queries.decisions import left_out, public_mode, tally_of, voices_of
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import Contribution, FateStatus, Side
from samskap.people.models import Person

AT_ONCE = 100  # answers that are written while somebody waits; the queue writes the rest

What, Mode, Status = Decision.What, Decision.Mode, Decision.Status


@transaction.atomic
def close_decision(
    *,
    decision: Decision,
    by: Person,
    reasons: str,
    minority_view: str = "",
    others_reason: str = "",
    at: datetime | None = None,
) -> Decision:
    """Count the voices: it is decided, or it lapses and says why.

    others_reason  why the inputs that were not adopted are not used; without it they stay open

    Refuses with NotYoursToChange, DecisionIsClosed, StillTimeForVoices or ReasonsAreMissing.
    """
    at = at or timezone.now()
    decision = held(decision)
    initiative = decision.initiative
    if not may_open_decision(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    if decision.status != Status.OPEN:
        raise DecisionIsClosed(title=decision.title)
    tally = tally_of(decision)
    last_day = decision.closes_on
    if last_day and last_day >= timezone.localdate(at) and tally.voiced < tally.partners:
        raise StillTimeForVoices(day=date_format(last_day))
    if not reasons.strip():
        raise ReasonsAreMissing

    decision.reasons, decision.minority_view = reasons.strip(), minority_view.strip()
    decision.partners_then = tally.partners
    if tally.lapse:
        return _lapse(decision, tally.lapse, by=by, at=at)
    sides = {
        voice.side: _hand_of(voice, by) for voice in voices_of(decision) if voice.partner.has_joined
    }
    decision.non_public_share = tally.non_public_share
    decision.mode = tally.joint_mode
    return make_it_so(decision, list(sides.values()), by=by, others_reason=others_reason, at=at)


@transaction.atomic
def withdraw_decision(*, decision: Decision, by: Person, reasons: str) -> Decision:
    """Take a question back before it is decided.

    Refuses with NotYoursToChange, DecisionIsClosed or ReasonsAreMissing.
    """
    decision = held(decision)
    if not may_open_decision(by, decision.initiative):
        raise NotYoursToChange(initiative=decision.initiative.title)
    if decision.status != Status.OPEN:
        raise DecisionIsClosed(title=decision.title)
    if not reasons.strip():
        raise ReasonsAreMissing
    decision.reasons = reasons.strip()
    return _lapse(decision, Decision.Lapse.WITHDRAWN, by=by, at=timezone.now())


def _lapse(decision: Decision, why: str, *, by: Person, at: datetime) -> Decision:
    """Close a decision that was not taken."""
    decision.status, decision.lapsed_because, decision.closed_at = Status.LAPSED, why, at
    decision.save()
    happened("initiatives.decision_lapsed", decision, by)
    for hear in announced("hears_decisions"):
        hear(decision, by, at)
    tell_carriers(
        decision,
        but=by,
        label=format_lazy(_("“{title}” was not decided."), title=decision.title),
    )
    return decision


def make_it_so(
    decision: Decision, hands: Sequence[Hand], *, by: Person, others_reason: str, at: datetime
) -> Decision:
    """Make it so: adopt, answer the rest, name the power, write the ledger, lock, remember."""
    initiative, key, side = decision.initiative, key_of(decision), _side_of(decision)
    chosen = Contribution.objects.filter(pk__in=decision.proposals).select_related("account")
    kept = chosen.exclude(standing__status=FateStatus.WITHDRAWN)  # what was taken back stays so
    for contribution in kept.order_by("pk"):
        ledger.adopt(
            contribution=contribution,
            phase=decision.phase,
            decision_key=key,
            by=by,
            reason=decision.reasons,
            side=side,
            at=at,
        )
    decision.others_reason = others_reason.strip()
    decision.status, decision.decided_at, decision.closed_at = Status.DECIDED, at, at
    is_more = bool(decision.others_reason) and answer_left_out(decision, by=by)
    if not decision.mode:
        decision.mode = _mode_of(decision, is_more=is_more)
    decision.save()
    if is_more:
        answer_the_rest.enqueue(decision.pk, by.pk)
    for hand in hands:
        ledger.give(
            account=initiative.account,
            hand=hand,
            phase=decision.phase,
            kind="decision",
            is_independent=False,
            caption=decision.title,
            path=decision.get_absolute_url(),
            at=at,
        )
    lock = {What.PROBLEM: lock_problem, What.SOLUTION: lock_solution}.get(What(decision.what))
    if lock:
        lock(initiative=initiative, text=decision.text, by=by, at=at, reason=decision.title)
    happened("initiatives.decision_taken", decision, by)
    for hear in announced("hears_decisions"):
        hear(decision, by, at)
    tell_carriers(
        decision, but=by, label=format_lazy(_("“{title}” is decided."), title=decision.title)
    )
    return decision


def _mode_of(decision: Decision, *, is_more: bool) -> str:
    """Who held the power, where one side decided alone.

    is_more  whether inputs still wait for the answer that this decision gives to all of them: then
             they are answered by it, although the queue is still writing
    """
    if decision.non_public_share == 1:
        return Mode.DELEGATED
    if is_more:
        return Mode.ANSWERED
    at = decision.decided_at or timezone.now()
    return public_mode(decision.initiative.account, decision.phase, at)


def _side_of(decision: Decision) -> Side:
    """On which side it answers: the public one, unless it had no part in the decision."""
    return Side.NON_PUBLIC if decision.non_public_share == 1 else Side.PUBLIC


@transaction.atomic
def answer_left_out(decision: Decision, *, by: Person | None) -> bool:
    """Give the next of those left out their answer; say whether there are more.

    Done twice it answers nobody twice: who has an answer is left out no longer.
    """
    at = decision.decided_at or timezone.now()
    found = list(left_out(decision, at)[: AT_ONCE + 1])
    for contribution in found[:AT_ONCE]:
        ledger.settle(
            contribution=contribution,
            status=FateStatus.NOT_USED,
            reason=decision.others_reason,
            decision_key=key_of(decision),
            side=_side_of(decision),
            by=by,
            at=at,
            parts_too=False,  # those that are left out are among them themselves
        )
    return len(found) > AT_ONCE


@task()
def answer_the_rest(decision_id: int, by_id: int) -> None:
    """Go on answering those left out, some at a time, so that nobody waits for a locked account."""
    decision = Decision.objects.select_related("initiative__account").get(pk=decision_id)
    by = Person.objects.filter(pk=by_id, is_active=True).first()
    if answer_left_out(decision, by=by):
        answer_the_rest.enqueue(decision_id, by_id)


def _hand_of(voice: Voice, otherwise: Person) -> Hand:
    """The hand by which a partner decided, as its voice came in."""
    return hand_of(voice.partner, by=voice.by or otherwise, channel=voice.channel)
