"""A placement in plain English lines, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from samskap.kernels.ladder.conditions import Condition, Shown
from samskap.kernels.ladder.placement import Placement
from samskap.kernels.ladder.words import Cap, ConditionCode, Pending, Phase, Rung

RUNG_IN_WORDS: Mapping[Rung, str] = {
    Rung.NOT_CO_CREATION: "Rung 0 of 4: not co-creation",
    Rung.OWN_COPRODUCTION: "Rung 1 of 4: people co-produce their own service",
    Rung.VOLUNTEER_COPRODUCTION: "Rung 2 of 4: volunteers co-produce welfare for others",
    Rung.INPUT_TO_SOLUTIONS: "Rung 3 of 4: people give input to new solutions",
    Rung.EQUAL_PARTNERSHIP: "Rung 4 of 4: equal partners define, design and carry out together",
    Rung.SELF_ORGANISED: "Beside the ladder: self-organised",
}

CONDITION_IN_WORDS: Mapping[ConditionCode, str] = {
    ConditionCode.EARLY_CONTRIBUTION: "Someone contributed before the problem was locked",
    ConditionCode.INDEPENDENT_PARTIES: "Enough independent parties contributed freely",
    ConditionCode.JOINT_DECISIONS: "Both sides had a real share in the decisions",
    ConditionCode.JOINT_CONTRIBUTIONS: "Both sides contributed",
    ConditionCode.JOINT_IMPLEMENTATION: "Both sides carried it out",
    ConditionCode.ADOPTION_FIDELITY: "The elected body adopted enough of what was recommended",
    ConditionCode.INPUT_GIVEN: "People gave input to the solution",
    ConditionCode.INPUT_ANSWERED: "Enough of the input was answered within 30 days",
    ConditionCode.INPUT_BEFORE_SOLUTION_LOCKED: "The input opened before the solution was locked",
    ConditionCode.WORK_FOR_OTHERS: "People worked for others or for the community",
    ConditionCode.AGREEMENT_WITH_PUBLIC: "An agreement with a public unit is active",
    ConditionCode.WORK_FOR_SELF: "The person worked for the own goal",
    ConditionCode.OWN_GOAL: "The person recorded an own goal",
}

CAP_IN_WORDS: Mapping[Cap, str] = {
    Cap.LATE_HEARING: "The solution was locked before the hearing opened",
    Cap.PREPROGRAMMED: "The process was fixed beforehand by the public side",
    Cap.DISPLACEMENT: "A task is moved out to save",
}

PENDING_IN_WORDS: Mapping[Pending, str] = {
    Pending.NOT_IMPLEMENTED_YET: "it is not implemented yet",
    Pending.FORMAL_DECISION_PENDING: "the formal decision is pending",
}


def describe(placement: Placement) -> str:
    """Return the placement as lines of plain text: rung, index, phases, conditions, lifts."""
    lines = [
        RUNG_IN_WORDS[placement.rung] + _provisionally(placement),
        f"Formula: {placement.formula}",
        f"Evidence: {'enough' if placement.enough_evidence else 'not enough'}"
        f" (data quality {placement.data_quality:.2f}, at least 0.50 is enough)",
        f"CCI: {placement.cci:.2f} of 100 (a trend inside one initiative, not for ranking)",
        "",
        "By phase:",
        *(_phase(phase, placement) for phase in Phase),
    ]
    for cap in placement.caps:
        lines += ["", f"Kept to rung {cap.at_most} at most: {CAP_IN_WORDS[cap]} [{cap}]."]
    lines += ["", "Conditions:", *(_condition(condition) for condition in placement.conditions)]
    if placement.next_rung is not None and placement.lifts:
        lines += ["", f"What would lift it to rung {placement.next_rung}:"]
        lines += [
            f"  - {CONDITION_IN_WORDS[lift.code]}{_in_phase(lift)} [{lift.code}]"
            for lift in placement.lifts
        ]
    return "\n".join(lines)


def _provisionally(placement: Placement) -> str:
    """Say what is still to come, where something is."""
    if not placement.provisional:
        return ""
    return f" (provisional: {' and '.join(PENDING_IN_WORDS[p] for p in placement.pending)})"


def _phase(phase: Phase, placement: Placement) -> str:
    """Say one phase's rung and what it brings to the index."""
    rung, points = placement.rung_by_phase[phase], placement.terms[phase].points
    told = "nothing happened" if rung is None else f"rung {rung}, {points} points"
    return f"  {phase:<10} {told}"


def _condition(condition: Condition) -> str:
    """Say one condition, whether it holds, and its numbers."""
    sign = "yes" if condition.held else "no"
    numbers = ", ".join(f"{name} {_value(fact)}" for name, fact in condition.facts.items())
    words = f"{CONDITION_IN_WORDS[condition.code]}{_in_phase(condition)}"
    return f"  {condition.rung}  {sign:<3}  {words} [{condition.code}: {numbers}]"


def _in_phase(condition: Condition) -> str:
    """Name the phase of a condition that is about one."""
    return "" if condition.phase is None else f" in {condition.phase}"


def _value(fact: Shown) -> str:
    """Write one number, moment or yes and no."""
    if fact is None:
        return "none"
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    if isinstance(fact, datetime):
        return fact.isoformat(timespec="minutes")
    return f"{fact:g}"
