"""The conditions of each rung: which hold, and the numbers that show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from samskap.kernels.ladder.counting import Tally
from samskap.kernels.ladder.events import Facts
from samskap.kernels.ladder.numbers import rounded, share
from samskap.kernels.ladder.shares import Shares
from samskap.kernels.ladder.strictness import Strictness
from samskap.kernels.ladder.words import Cap, ConditionCode, Phase, Rung

Shown = int | float | bool | datetime | None

TALKED_ABOUT = (Phase.DEFINE, Phase.DESIGN)
"""The phases in which a problem and its solution are talked about and decided."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a rung asks for: whether it holds, and the numbers for the sentence.

    code   its name; with `phase` it is unique within a placement
    rung   the rung that asks for it
    phase  the phase it is about; None when it is about the whole
    facts  numbers, shares (0 … 1, four decimals) and moments, by name
    """

    code: ConditionCode
    rung: Rung
    phase: Phase | None
    held: bool
    facts: Mapping[str, Shown]


def conditions_of(
    tally: Tally, shares: Mapping[Phase, Shares], facts: Facts, strictness: Strictness
) -> tuple[Condition, ...]:
    """Try every condition, rung 4 first; one that does not apply yet is left out."""
    return (
        *_equal_partnership(tally, shares, facts, strictness),
        *_input_to_solutions(tally, shares, facts, strictness),
        *_volunteer_coproduction(tally, facts),
        *_own_coproduction(tally, facts),
    )


def caps_of(facts: Facts) -> tuple[Cap, ...]:
    """Return the caps whose fact is true, the lowest first."""
    late = (
        facts.hearing_opened_at is not None
        and facts.solution_locked_at is not None
        and facts.solution_locked_at < facts.hearing_opened_at
    )
    told = {
        Cap.LATE_HEARING: late,
        Cap.DISPLACEMENT: facts.displacement,
        Cap.PREPROGRAMMED: facts.preprogrammed,
    }
    return tuple(cap for cap, is_true in told.items() if is_true)


def _equal_partnership(
    tally: Tally, shares: Mapping[Phase, Shares], facts: Facts, strictness: Strictness
) -> Iterator[Condition]:
    """Rung 4: equal partners define, design and carry out (S4:65)."""
    four = Rung.EQUAL_PARTNERSHIP
    first, locked = tally.first_contribution_at, facts.problem_locked_at
    yield Condition(
        ConditionCode.EARLY_CONTRIBUTION,
        four,
        None,
        first is not None and (locked is None or first < locked),
        {"first_at": first, "locked_at": locked},
    )
    yield Condition(
        ConditionCode.INDEPENDENT_PARTIES,
        four,
        None,
        tally.independent_parties >= strictness.parties,
        {"parties": tally.independent_parties, "least": strictness.parties},
    )
    for phase in TALKED_ABOUT:
        of = shares[phase]
        yield Condition(
            ConditionCode.JOINT_DECISIONS,
            four,
            phase,
            reaches(of.joint_decisions, strictness.joint_decisions),
            {
                "joint": _shown(of.joint_decisions),
                "least": strictness.joint_decisions,
                "decisions": of.decisions,
            },
        )
    for phase in TALKED_ABOUT:
        yield _joint_contributions(
            ConditionCode.JOINT_CONTRIBUTIONS, phase, shares, strictness.joint_contributions
        )
    if shares[Phase.IMPLEMENT].contributions is not None:
        yield _joint_contributions(
            ConditionCode.JOINT_IMPLEMENTATION,
            Phase.IMPLEMENT,
            shares,
            strictness.joint_implementation,
        )
    if facts.formal is not None and not facts.formal.pending:
        fidelity = share(facts.formal.adopted, facts.formal.recommended)
        yield Condition(
            ConditionCode.ADOPTION_FIDELITY,
            four,
            None,
            reaches(fidelity, strictness.fidelity),
            {
                "fidelity": _shown(fidelity),
                "least": strictness.fidelity,
                "adopted": facts.formal.adopted,
                "recommended": facts.formal.recommended,
            },
        )


def _joint_contributions(
    code: ConditionCode, phase: Phase, shares: Mapping[Phase, Shares], least: float
) -> Condition:
    """Rung 4: no side carries nearly everything in this phase."""
    of = shares[phase]
    return Condition(
        code,
        Rung.EQUAL_PARTNERSHIP,
        phase,
        reaches(of.joint_contributions, least),
        {
            "joint": _shown(of.joint_contributions),
            "least": least,
            "non_public_share": _shown(of.contributions),
        },
    )


def _input_to_solutions(
    tally: Tally, shares: Mapping[Phase, Shares], facts: Facts, strictness: Strictness
) -> Iterator[Condition]:
    """Rung 3: people are heard about new solutions, in time, and are answered (S4:63)."""
    three = Rung.INPUT_TO_SOLUTIONS
    given = sum(tally.of[phase].inputs_given for phase in TALKED_ABOUT)
    yield Condition(ConditionCode.INPUT_GIVEN, three, None, given >= 1, {"inputs": given})

    rates = {phase: shares[phase].answered for phase in TALKED_ABOUT}
    yield Condition(
        ConditionCode.INPUT_ANSWERED,
        three,
        None,
        any(reaches(rate, strictness.answered) for rate in rates.values()),
        {
            **{f"answered_share_{phase}": _shown(rate) for phase, rate in rates.items()},
            "inputs": sum(tally.of[phase].inputs for phase in TALKED_ABOUT),
            "answered": sum(tally.of[phase].answered for phase in TALKED_ABOUT),
            "least": strictness.answered,
        },
    )

    opened, locked = input_opened_at(tally, facts), facts.solution_locked_at
    yield Condition(
        ConditionCode.INPUT_BEFORE_SOLUTION_LOCKED,
        three,
        None,
        opened is None or locked is None or opened <= locked,
        {"opened_at": opened, "locked_at": locked},
    )


def input_opened_at(tally: Tally, facts: Facts) -> datetime | None:
    """Return when the input opened: by a hearing or call, else with the first input given."""
    return facts.hearing_opened_at or tally.first_input_at


def _volunteer_coproduction(tally: Tally, facts: Facts) -> Iterator[Condition]:
    """Rung 2: volunteers create welfare for others, tied in with the public service (S4:61)."""
    two = Rung.VOLUNTEER_COPRODUCTION
    work = sum(tally.of[phase].work_for_others for phase in Phase)
    agreed = facts.active_agreement_with_public
    yield Condition(ConditionCode.WORK_FOR_OTHERS, two, None, work > 0, {"units": float(work)})
    yield Condition(ConditionCode.AGREEMENT_WITH_PUBLIC, two, None, agreed, {"agreed": agreed})


def _own_coproduction(tally: Tally, facts: Facts) -> Iterator[Condition]:
    """Rung 1: a person takes part in making the own service (S4:59)."""
    one = Rung.OWN_COPRODUCTION
    work = sum(tally.of[phase].work_for_self for phase in Phase)
    goal = facts.own_goal
    yield Condition(ConditionCode.WORK_FOR_SELF, one, None, work > 0, {"units": float(work)})
    yield Condition(ConditionCode.OWN_GOAL, one, None, goal, {"recorded": goal})


def reaches(found: Fraction | None, least: float) -> bool:
    """Tell whether a share is there and at least as large as asked for."""
    return found is not None and found >= Fraction(repr(float(least)))


def _shown(found: Fraction | None) -> float | None:
    """Round a share to four decimals, for people and for files."""
    return None if found is None else rounded(found, 4)
