"""Placing an initiative on the ladder of co-creation, with every reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from samskap.kernels.ladder.conditions import (
    TALKED_ABOUT,
    Condition,
    caps_of,
    conditions_of,
    reaches,
)
from samskap.kernels.ladder.counting import Tally
from samskap.kernels.ladder.events import Adoption, AdoptionCount, Decision, Facts
from samskap.kernels.ladder.numbers import rounded, share
from samskap.kernels.ladder.shares import (
    WEIGHT_OF,
    Shares,
    adoptions_by_phase,
    co_creation_index,
    shares_of,
)
from samskap.kernels.ladder.strictness import Defaults, Strictness
from samskap.kernels.ladder.words import Cap, ConditionCode, Pending, Phase, Rung, Side

FORMULA = "ladder 1.2"
EARLIER_FORMULAS = ("ladder 1.1", "ladder 1.0")
ENOUGH_EVIDENCE = Fraction(1, 2)
_THE_FORMULA_ITSELF = Defaults()


@dataclass(frozen=True, slots=True)
class Terms:
    """What one phase brings to the index; None where there is nothing to share.

    contribution_share   C: non-public units / all units, 0 … 1
    joint_contributions  joint(C), 0 … 1
    joint_decisions      mean of joint(D), 0 … 1
    adopted_share        I: adopted items with a non-public author / all adopted items, 0 … 1
    answered_share       R: inputs answered within 30 days / inputs, 0 … 1
    points               the phase's part of the index, 0 … 100 times its weight
    """

    contribution_share: float | None
    joint_contributions: float | None
    joint_decisions: float | None
    adopted_share: float | None
    answered_share: float | None
    points: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an initiative stands, and everything that shows why.

    rung             the placement
    provisional      rung 4, but something is still to come (`pending` says what)
    enough_evidence  data_quality ≥ 0.50; else show “not enough evidence” and no colour
    data_quality     phases with a contribution and a decision / phases where anything happened
    rung_by_phase    the rung that each phase shows by itself; None where nothing happened
    conditions       every condition that applies, rung 4 first, held or not
    caps             the caps whose fact is true, whether or not they lowered the rung
    rung_before_caps what the conditions alone say
    next_rung        the rung that `lifts` leads to; None on rung 4 and beside the ladder
    lifts            the failed conditions of that rung: hold them all, and the initiative rises
                     (as far as the caps allow)
    cci              the continuous index, 0 … 100, two decimals, half up
    terms            what each phase brings to it
    """

    formula: str
    rung: Rung
    provisional: bool
    pending: tuple[Pending, ...]
    enough_evidence: bool
    data_quality: float
    rung_by_phase: Mapping[Phase, Rung | None]
    conditions: tuple[Condition, ...]
    caps: tuple[Cap, ...]
    rung_before_caps: Rung
    next_rung: Rung | None
    lifts: tuple[Condition, ...]
    cci: float
    terms: Mapping[Phase, Terms]

    @property
    def is_late_hearing(self) -> bool:
        """True when people were heard only after the solution was locked."""
        return Cap.LATE_HEARING in self.caps


def place(
    tally: Tally,
    decisions: Iterable[Decision],
    adoptions: Iterable[Adoption] | Mapping[Phase, AdoptionCount],
    facts: Facts,
    strictness: Strictness = _THE_FORMULA_ITSELF,
) -> Placement:
    """Place an initiative: the highest rung whose conditions all hold, unless a cap keeps it down.

    Where the definition leaves a choice, this is what formula “ladder 1.2” does. Every test vector
    T1 … T9 of the definition holds with it.

    - *An answer* is one that the public side gave or had a part in, to one input or to many. What
      residents tell each other by themselves is none; whoever hands over the rows leaves its moment
      out. “ladder 1.1” left out only what they took up by a decision of their own alone, and took
      it for no answer even when the public side answered later; “ladder 1.0” left nothing out.

    - *Missing is 0.* A phase without decisions, adopted items or inputs gets nothing for them in
      the index and does not reach a threshold.
    - *Joint decisions* are the mean of joint(D), not joint of the mean: one decision by one side
      alone can only lower it, and two lopsided decisions never make a balanced one.
    - *Rung 4 a, early:* the first non-public contribution, in whatever phase, came before the
      problem was locked. While it is not locked, any comes before.
    - *Rung 4 b, parties* are counted over the whole initiative.
    - *Rung 4 e, implementation* is asked once somebody gave something in implement. A decision
      alone leaves joint(C) without a meaning: the placement is provisional until work begins.
    - *Rung 4 f, the formal decision* is asked when it is made. While it is pending, rung 4 is
      provisional. A decision to which nothing was recommended has no fidelity, and missing is 0.
    - *Rung 3, input* is by kind: idea, statement, evidence or draft. It opened with
      `hearing_opened_at`, else with the first one given; in the very moment of the lock is in time.
    - *Work* on rungs 1 and 2 is non-public people's, in any phase.
    - *Self-organised:* somebody gave something, nobody of the public side did, there is no active
      agreement with a public unit, and no cap's fact is true: a public side that locks the solution
      and opens a hearing without recording its own work is not absent. It goes before the rungs.
    - *Caps* are the lowest that is left: the placement is the lower of the two. A late hearing
      leaves 0, a pre-programmed process 3, a task moved out to save 2.
    - *Rung by phase* asks only what the phase itself can show. Define and design: the conditions of
      rung 4 that name the phase, with a and b for the whole; those of rung 3 with the phase's own
      inputs and R. Implement: 4 e with b. Drive: the same as implement. Rungs 2 and 1 with the
      phase's own work. Caps hold in every phase, a late hearing from design on. Null where
      nothing happened.
    - *The next rung* is the lowest one above that somebody has begun (an input; work or an
      agreement; own work or an own goal), else simply the next: nobody is told to record an own
      goal on a transport plan.

    tally       the sums of the ledger
    decisions   all decisions, any order
    adoptions   adopted items, or their counts by phase
    facts       what is true of the initiative as a whole
    strictness  a municipality's own, stricter thresholds

    Source: domain 4.1 (ladder placement), after the samskabelsesstige of Torfing, S4:57–65; caps
    after Torfing's three tests of what is not co-creation.
    """
    decisions = list(decisions)
    adopted = adoptions_by_phase(adoptions)
    shares = {
        phase: shares_of(
            tally.of[phase].units[Side.PUBLIC],
            tally.of[phase].units[Side.NON_PUBLIC],
            tally.of[phase].inputs,
            tally.of[phase].answered,
            [decision for decision in decisions if decision.phase == phase],
            adopted[phase],
        )
        for phase in Phase
    }
    conditions = conditions_of(tally, shares, facts, strictness)
    caps = caps_of(facts)

    before_caps = _highest(conditions)
    if _is_self_organised(list(Phase), tally, facts, caps):
        before_caps = Rung.SELF_ORGANISED
    rung = _capped(before_caps, caps)
    pending = _pending(shares, facts) if rung is Rung.EQUAL_PARTNERSHIP else ()
    next_rung = _next_rung(rung, tally, facts)
    quality = _data_quality(tally, shares, adopted)

    return Placement(
        formula=FORMULA,
        rung=rung,
        provisional=bool(pending),
        pending=pending,
        enough_evidence=quality >= ENOUGH_EVIDENCE,
        data_quality=rounded(quality, 4),
        rung_by_phase={
            phase: _rung_of_phase(phase, tally, shares, adopted, facts, strictness, conditions)
            for phase in Phase
        },
        conditions=conditions,
        caps=caps,
        rung_before_caps=before_caps,
        next_rung=next_rung,
        lifts=tuple(c for c in conditions if c.rung is next_rung and not c.held),
        cci=rounded(co_creation_index(shares), 2),
        terms={phase: _terms(phase, shares[phase]) for phase in Phase},
    )


def _highest(conditions: Iterable[Condition]) -> Rung:
    """Return the highest rung of which no condition fails, 0 where each has one that does."""
    conditions = list(conditions)
    failed = {condition.rung for condition in conditions if not condition.held}
    whole = [c.rung for c in conditions if c.rung not in failed]
    return max(whole, key=lambda rung: rung.number or 0, default=Rung.NOT_CO_CREATION)


def _capped(rung: Rung, caps: Iterable[Cap]) -> Rung:
    """Keep a rung down to what the caps leave."""
    if rung.number is None:
        return rung
    return Rung(str(min([rung.number, *(cap.at_most for cap in caps)])))


def _is_self_organised(
    phases: Iterable[Phase], tally: Tally, facts: Facts, caps: Iterable[Cap]
) -> bool:
    """Tell whether people gave something here and the public side has no part in it."""
    phases = list(phases)
    public = sum(tally.of[phase].units[Side.PUBLIC] for phase in phases)
    non_public = sum(tally.of[phase].units[Side.NON_PUBLIC] for phase in phases)
    untouched = not facts.active_agreement_with_public and not any(caps)
    return untouched and public == 0 and non_public > 0


def _pending(shares: Mapping[Phase, Shares], facts: Facts) -> tuple[Pending, ...]:
    """Say what is still to come for an equal partnership."""
    told = {
        Pending.NOT_IMPLEMENTED_YET: shares[Phase.IMPLEMENT].contributions is None,
        Pending.FORMAL_DECISION_PENDING: facts.formal is not None and facts.formal.pending,
    }
    return tuple(pending for pending, is_true in told.items() if is_true)


def _next_rung(rung: Rung, tally: Tally, facts: Facts) -> Rung | None:
    """Find the rung to aim for; see “the next rung” in `place`."""
    here = rung.number
    if here is None or rung is Rung.EQUAL_PARTNERSHIP:
        return None
    begun = {
        1: facts.own_goal or any(tally.of[phase].work_for_self for phase in Phase),
        2: facts.active_agreement_with_public
        or any(tally.of[phase].work_for_others for phase in Phase),
        3: any(tally.of[phase].inputs_given for phase in TALKED_ABOUT),
    }
    above = [number for number, has_begun in begun.items() if number > here and has_begun]
    return Rung(str(min(above, default=here + 1)))


def _happened(phase: Phase, tally: Tally, shares: Shares, adopted: AdoptionCount) -> bool:
    """Tell whether anything at all happened in a phase: a row, a decision or an adoption."""
    return bool(tally.of[phase].rows or shares.decisions or adopted.adopted)


def _data_quality(
    tally: Tally, shares: Mapping[Phase, Shares], adopted: Mapping[Phase, AdoptionCount]
) -> Fraction:
    """Return phases with a contribution and a decision / phases where anything happened; else 0."""
    told = sum(bool(tally.of[p].contributions and shares[p].decisions) for p in Phase)
    touched = sum(_happened(p, tally, shares[p], adopted[p]) for p in Phase)
    return share(told, touched) or Fraction(0)


def _rung_of_phase(
    phase: Phase,
    tally: Tally,
    shares: Mapping[Phase, Shares],
    adopted: Mapping[Phase, AdoptionCount],
    facts: Facts,
    strictness: Strictness,
    conditions: Iterable[Condition],
) -> Rung | None:
    """Return what one phase shows by itself; see “rung by phase” in `place`."""
    of, counted = shares[phase], tally.of[phase]
    if not _happened(phase, tally, of, adopted[phase]):
        return None
    caps = [c for c in caps_of(facts) if c is not Cap.LATE_HEARING or phase is not Phase.DEFINE]
    if _is_self_organised([phase], tally, facts, caps):
        return Rung.SELF_ORGANISED

    holds = {(condition.code, condition.phase): condition.held for condition in conditions}
    talked_about = phase in TALKED_ABOUT
    if talked_about:
        equal = (
            holds[ConditionCode.EARLY_CONTRIBUTION, None]
            and holds[ConditionCode.JOINT_DECISIONS, phase]
            and holds[ConditionCode.JOINT_CONTRIBUTIONS, phase]
        )
    else:
        equal = reaches(of.joint_contributions, strictness.joint_implementation)
    shown = {
        Rung.EQUAL_PARTNERSHIP: equal and holds[ConditionCode.INDEPENDENT_PARTIES, None],
        Rung.INPUT_TO_SOLUTIONS: talked_about
        and counted.inputs_given > 0
        and reaches(of.answered, strictness.answered)
        and holds[ConditionCode.INPUT_BEFORE_SOLUTION_LOCKED, None],
        Rung.VOLUNTEER_COPRODUCTION: counted.work_for_others > 0
        and facts.active_agreement_with_public,
        Rung.OWN_COPRODUCTION: counted.work_for_self > 0 and facts.own_goal,
    }
    return _capped(next((r for r, it in shown.items() if it), Rung.NOT_CO_CREATION), caps)


def _terms(phase: Phase, of: Shares) -> Terms:
    """Round the shares of one phase to four decimals, for people and for files."""

    def shown(found: Fraction | None) -> float | None:
        return None if found is None else rounded(found, 4)

    return Terms(
        contribution_share=shown(of.contributions),
        joint_contributions=shown(of.joint_contributions),
        joint_decisions=shown(of.joint_decisions),
        adopted_share=shown(of.adopted),
        answered_share=shown(of.answered),
        points=rounded(100 * WEIGHT_OF[phase] * of.index, 4),
    )
