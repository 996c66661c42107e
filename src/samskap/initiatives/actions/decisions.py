"""Deciding: opening a question, giving a voice, closing it; or recording who decided alone."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import key_of, remember
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.actions.states import lock_problem, lock_solution
from samskap.initiatives.errors.commitments import DayLiesBehind
from samskap.initiatives.errors.decisions import (
    DecisionIsClosed,
    NoAgreementYet,
    NotOfThisInitiative,
    NotYourPower,
    NoVoiceHere,
    ObjectionNeedsAReason,
    OneQuestionAtATime,
    ProblemIsLocked,
    ReasonsAreMissing,
    SolutionIsLocked,
    StillTimeForVoices,
    TheMunicipalityIsAPartner,
    VoicedAlready,
)
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.errors.partnership import NotYourPartnership
from samskap.initiatives.errors.states import AgreeOnTheProblemFirst, TextIsMissing
from samskap.initiatives.models import Decision, Initiative, Partner, Voice
from samskap.initiatives.permissions.decisions import may_decide_alone, may_open_decision
from samskap.initiatives.permissions.partnership import may_act_for
from samskap.initiatives.queries.decisions import (
    adoptable,
    left_out,
    phase_for,
    public_mode,
    tally_of,
    voices_of,
)
from samskap.initiatives.queries.partnership import (
    active_agreement,
    carriers_of,
    joined_partners,
)
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand, giver_for
from samskap.ledger.models import ActorKind, Contribution, FateStatus, Side
from samskap.notices.actions import tell
from samskap.people.models import Person

What, Mode, Status = Decision.What, Decision.Mode, Decision.Status


@transaction.atomic
def open_decision(
    *,
    initiative: Initiative,
    by: Person,
    title: str,
    text: str,
    what: str = What.OTHER,
    proposals: Sequence[int] = (),
    closes_on: date | None = None,
    at: datetime | None = None,
) -> Decision:
    """Put a question to the partners, who decide by the rule of their agreement.

    proposals  ledger ids of the contributions that are adopted when it passes
    closes_on  the last day for voices; none means until those who carry the initiative close it

    Refuses with NotYoursToChange, NotOpen, NoAgreementYet, ProblemIsLocked, SolutionIsLocked,
    AgreeOnTheProblemFirst, TextIsMissing, OneQuestionAtATime, DayLiesBehind or
    NotOfThisInitiative.
    """
    initiative = locked(initiative)
    if not may_open_decision(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    must_be_open(initiative)
    agreement = active_agreement(initiative)
    if agreement is None:
        raise NoAgreementYet
    at = at or timezone.now()
    if closes_on and closes_on < timezone.localdate(at):
        raise DayLiesBehind
    decision = _new(initiative, by, what, title, text, proposals, at)
    decision.way, decision.quorum_percent = agreement.rule, agreement.quorum_percent
    decision.closes_on = closes_on
    decision.save()
    _happened("initiatives.decision_opened", decision, by)
    _tell(
        decision,
        but=by,
        label=format_lazy(
            _("“{title}” waits for your voice in “{initiative}”."),
            title=decision.title,
            initiative=initiative.title,
        ),
    )
    return decision


@transaction.atomic
def give_voice(
    *,
    decision: Decision,
    partner: Partner,
    stance: str,
    by: Person,
    reason: str = "",
    at: datetime | None = None,
) -> Voice:
    """Say what a partner thinks: for, against or standing aside. One partner, one voice.

    Refuses with NotYourPartnership, NoVoiceHere, DecisionIsClosed, ObjectionNeedsAReason or
    VoicedAlready.
    """
    at = at or timezone.now()
    decision, partner = _may_speak(decision, partner, stance=stance, reason=reason, by=by, at=at)
    try:
        with transaction.atomic():
            voice = Voice.objects.create(
                municipality_id=decision.municipality_id,
                decision=decision,
                partner=partner,
                side=partner.side,
                stance=stance,
                reason=reason.strip(),
                by=by,
                at=at,
            )
    except IntegrityError as twice:
        raise VoicedAlready(name=partner.name) from twice
    _happened("initiatives.voice_given", decision, by)
    return voice


@transaction.atomic
def change_voice(
    *, voice: Voice, stance: str, by: Person, reason: str = "", at: datetime | None = None
) -> Voice:
    """Change what a partner said, for as long as voices are taken: people convince each other.

    Refuses with NotYourPartnership, NoVoiceHere, DecisionIsClosed or ObjectionNeedsAReason.
    """
    at = at or timezone.now()
    decision, _partner = _may_speak(
        voice.decision, voice.partner, stance=stance, reason=reason, by=by, at=at
    )
    voice.stance, voice.reason, voice.by, voice.at = stance, reason.strip(), by, at
    voice.save(update_fields=["stance", "reason", "by", "at"])
    _happened("initiatives.voice_changed", decision, by)
    return voice


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
    decision = _held(decision)
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
    return _decide(decision, list(sides.values()), by=by, others_reason=others_reason, at=at)


@transaction.atomic
def withdraw_decision(*, decision: Decision, by: Person, reasons: str) -> Decision:
    """Take a question back before it is decided.

    Refuses with NotYoursToChange, DecisionIsClosed or ReasonsAreMissing.
    """
    decision = _held(decision)
    if not may_open_decision(by, decision.initiative):
        raise NotYoursToChange(initiative=decision.initiative.title)
    if decision.status != Status.OPEN:
        raise DecisionIsClosed(title=decision.title)
    if not reasons.strip():
        raise ReasonsAreMissing
    decision.reasons = reasons.strip()
    return _lapse(decision, Decision.Lapse.WITHDRAWN, by=by, at=timezone.now())


@transaction.atomic
def decide_alone(
    *,
    initiative: Initiative,
    hand: Hand,
    title: str,
    text: str,
    reasons: str,
    what: str = What.OTHER,
    proposals: Sequence[int] = (),
    minority_view: str = "",
    others_reason: str = "",
    at: datetime | None = None,
) -> Decision:
    """Record honestly that one side decided alone: the municipality, or the residents.

    What is written here can only lower the rung where people decide together: how much power
    each side had is worked out, never typed in.

    Refuses with NotYourPower, NotOpen, TheMunicipalityIsAPartner, ReasonsAreMissing,
    ProblemIsLocked, SolutionIsLocked, AgreeOnTheProblemFirst, TextIsMissing,
    OneQuestionAtATime or NotOfThisInitiative.
    """
    initiative = locked(initiative)
    if not may_decide_alone(hand.by, initiative, hand.side):
        raise NotYourPower
    must_be_open(initiative)
    is_public = hand.side == Side.PUBLIC
    if not is_public and joined_partners(initiative).filter(side=Side.PUBLIC).exists():
        raise TheMunicipalityIsAPartner
    if not reasons.strip():
        raise ReasonsAreMissing
    at = at or timezone.now()
    decision = _new(initiative, hand.by, what, title, text, proposals, at)
    decision.reasons, decision.minority_view = reasons.strip(), minority_view.strip()
    decision.non_public_share = Decimal(0 if is_public else 1)
    decision.save()
    return _decide(decision, [hand], by=hand.by, others_reason=others_reason, at=at)


def _new(
    initiative: Initiative,
    by: Person,
    what: str,
    title: str,
    text: str,
    proposals: Sequence[int],
    at: datetime,
) -> Decision:
    """Make a decision that may be asked now; it is not saved yet."""
    if what == What.PROBLEM and initiative.problem_locked_at:
        raise ProblemIsLocked
    if what == What.SOLUTION and initiative.solution_locked_at:
        raise SolutionIsLocked
    if what == What.SOLUTION and not initiative.problem_locked_at:
        raise AgreeOnTheProblemFirst
    if not text.strip():
        raise TextIsMissing
    is_asked = initiative.decisions.filter(what=what, status=Status.OPEN)
    if what != What.OTHER and is_asked.exists():
        raise OneQuestionAtATime
    chosen = sorted(set(proposals))
    if adoptable(initiative).filter(contribution__in=chosen).count() != len(chosen):
        raise NotOfThisInitiative
    return Decision(
        municipality=initiative.municipality,
        initiative=initiative,
        phase=phase_for(initiative, what),
        what=what,
        title=title.strip(),
        text=text.strip(),
        proposals=chosen,
        opened_by=by,
        opened_at=at,
    )


def _held(decision: Decision) -> Decision:
    """Hold the initiative, so that voices and closing come one after another; then read anew."""
    initiative = locked(decision.initiative)
    fresh = Decision.objects.get(pk=decision.pk)
    fresh.initiative = initiative
    return fresh


def _may_speak(
    decision: Decision, partner: Partner, *, stance: str, reason: str, by: Person, at: datetime
) -> tuple[Decision, Partner]:
    """Refuse, in order, whoever cannot be heard now."""
    decision = _held(decision)
    partner = Partner.objects.select_related("organisation", "person").get(pk=partner.pk)
    if not may_act_for(by, partner):
        raise NotYourPartnership(name=partner.name)
    if not partner.has_joined or partner.initiative_id != decision.initiative_id:
        raise NoVoiceHere
    is_over = decision.closes_on and decision.closes_on < timezone.localdate(at)
    if decision.status != Status.OPEN or is_over:
        raise DecisionIsClosed(title=decision.title)
    if stance == Voice.Stance.AGAINST and not reason.strip():
        raise ObjectionNeedsAReason
    return decision, partner


def _lapse(decision: Decision, why: str, *, by: Person, at: datetime) -> Decision:
    """Close a decision that was not taken."""
    decision.status, decision.lapsed_because, decision.closed_at = Status.LAPSED, why, at
    decision.save()
    _happened("initiatives.decision_lapsed", decision, by)
    _tell(
        decision,
        but=by,
        label=format_lazy(_("“{title}” was not decided."), title=decision.title),
    )
    return decision


def _decide(
    decision: Decision, hands: Sequence[Hand], *, by: Person, others_reason: str, at: datetime
) -> Decision:
    """Make it so: adopt, answer the rest, name the power, write the ledger, lock, remember."""
    initiative, key = decision.initiative, key_of(decision)
    chosen = Contribution.objects.filter(pk__in=decision.proposals).select_related("account")
    for contribution in chosen.order_by("pk"):
        ledger.adopt(
            contribution=contribution,
            phase=decision.phase,
            decision_key=key,
            by=by,
            reason=decision.reasons,
            at=at,
        )
    if others_reason.strip():
        for contribution in list(left_out(decision, at)):
            ledger.settle(
                contribution=contribution,
                status=FateStatus.NOT_USED,
                reason=others_reason.strip(),
                decision_key=key,
                by=by,
                at=at,
            )

    if not decision.mode:
        decision.mode = (
            Mode.DELEGATED
            if decision.non_public_share == 1
            else public_mode(initiative.account, decision.phase, at)
        )
    decision.status, decision.decided_at, decision.closed_at = Status.DECIDED, at, at
    decision.save()
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
    _happened("initiatives.decision_taken", decision, by)
    _tell(decision, but=by, label=format_lazy(_("“{title}” is decided."), title=decision.title))
    return decision


def _hand_of(voice: Voice, otherwise: Person) -> Hand:
    """The hand by which a partner decided."""
    by = voice.by or otherwise
    return Hand(
        by=by,
        giver=giver_for(by, voice.municipality),
        actor_kind=ActorKind(voice.partner.actor_kind),
        speaking_for=voice.partner.organisation,
    )


def _happened(what: str, decision: Decision, by: Person) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(what, by=by.pseudonym_key, about=decision, within=decision.initiative)
    ledger.touch(decision.initiative.account)


def _tell(decision: Decision, *, label: str | Promise, but: Person) -> None:
    """Tell everybody who carries the initiative, but whoever did it."""
    for person in carriers_of(decision.initiative):
        if person.pk != but.pk:
            tell(
                person=person,
                municipality=decision.initiative.municipality,
                kind="initiatives.decision",
                label=label,
                text=decision.reasons,
                path=decision.get_absolute_url(),
            )
