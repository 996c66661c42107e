"""The continuous index as it stood at earlier moments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from samskap.kernels.errors import KernelError
from samskap.kernels.ladder.counting import ANSWER_WITHIN
from samskap.kernels.ladder.events import Adoption, Decision, Facts, Row
from samskap.kernels.ladder.numbers import as_decimal, rounded
from samskap.kernels.ladder.shares import adoptions_by_phase, co_creation_index, shares_of
from samskap.kernels.ladder.words import Phase, Side


@dataclass(frozen=True, slots=True)
class IndexAt:
    """The index at one moment, with how much it rests on and what was locked by then."""

    at: datetime
    cci: float
    contributions: int
    problem_locked: bool
    solution_locked: bool


def cci_over_time(
    rows: Iterable[Row],
    decisions: Iterable[Decision],
    adoptions: Iterable[Adoption],
    facts: Facts,
    at: Sequence[datetime],
) -> tuple[IndexAt, ...]:
    """Return the index at each moment, from what had happened by then and nothing later.

    An answer counts from the moment it was given, so an input lowers R until it is answered. The
    index does not read the facts; they only mark which points lie behind a lock.

    rows     in any order; passed once
    at       moments in rising order, each with a time zone
    returns  one point for each moment; the last one equals `place(…).cci` when everything has
             happened by then

    Raises KernelError when the moments do not rise.

    Source: domain 4.1, “Continuous index … only for trend inside one initiative”.
    """
    moments = list(at)
    if any(later <= earlier for earlier, later in pairwise(moments)):
        raise KernelError("the moments must rise, each after the one before")

    # Each row goes into the slot of the first moment that sees it; then the slots are added up.
    slots = len(moments) + 1
    units = {(phase, side): [Decimal(0)] * slots for phase in Phase for side in Side}
    inputs = {phase: [0] * slots for phase in Phase}
    answered = {phase: [0] * slots for phase in Phase}
    contributions = [0] * slots
    for row in rows:
        slot, phase = bisect_left(moments, row.at), Phase(row.phase)
        units[phase, Side(row.side)][slot] += as_decimal(row.units)
        contributions[slot] += bool(row.units)
        if row.is_input and row.side != Side.PUBLIC:
            inputs[phase][slot] += 1
            reply = row.answered_at
            if reply is not None and row.at <= reply <= row.at + ANSWER_WITHIN:
                answered[phase][bisect_left(moments, reply)] += 1

    decisions, adoptions = list(decisions), list(adoptions)
    points = []
    for seen, moment in enumerate(moments, start=1):
        adopted = adoptions_by_phase(a for a in adoptions if a.at <= moment)
        shares = {
            phase: shares_of(
                sum(units[phase, Side.PUBLIC][:seen], Decimal(0)),
                sum(units[phase, Side.NON_PUBLIC][:seen], Decimal(0)),
                sum(inputs[phase][:seen]),
                sum(answered[phase][:seen]),
                [d for d in decisions if d.phase == phase and d.at <= moment],
                adopted[phase],
            )
            for phase in Phase
        }
        points.append(
            IndexAt(
                at=moment,
                cci=rounded(co_creation_index(shares), 2),
                contributions=sum(contributions[:seen]),
                problem_locked=_has_come(facts.problem_locked_at, moment),
                solution_locked=_has_come(facts.solution_locked_at, moment),
            )
        )
    return tuple(points)


def _has_come(lock: datetime | None, moment: datetime) -> bool:
    """Tell whether something was locked by a moment."""
    return lock is not None and lock <= moment
