"""How much a contribution counts, in units that can be added across kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from samskap.kernels.errors import NegativeCount, UnknownWord
from samskap.kernels.ladder.numbers import Number, as_decimal

SMALLEST_UNIT = Decimal("0.0001")  # ten øre


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of contribution: what it is counted in and what each of those is worth."""

    counted_in: str  # pieces, hours, nok, days or sessions
    units_each: Decimal
    at_most: Decimal | None = None  # units for one contribution


PIECE = Kind("pieces", Decimal(1))

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "idea": PIECE,
        "problem_statement": PIECE,
        "evidence": PIECE,
        "statement": PIECE,
        "draft": PIECE,
        "prototype": PIECE,
        "decision_preparation": PIECE,
        "story": PIECE,
        "comment": Kind("pieces", Decimal("0.2")),
        "support": Kind("pieces", Decimal(0)),
        "vote": Kind("pieces", Decimal(0)),
        "decision": Kind("pieces", Decimal(0)),
        "work": Kind("hours", Decimal("0.5")),
        "money": Kind("nok", Decimal("0.001"), at_most=Decimal(20)),
        "premises": Kind("days", Decimal(1), at_most=Decimal(10)),
        "equipment": Kind("days", Decimal(1), at_most=Decimal(10)),
        "competence": Kind("sessions", Decimal(2)),
    }
)

INPUT_KINDS = frozenset({"idea", "statement", "evidence", "draft"})
"""What counts as input to solutions on rung 3."""

WORK = "work"


def units_of(kind: str, amount: Number = 1) -> Decimal:
    """Return how many units one contribution is worth.

    kind     a key of KINDS
    amount   pieces, hours, NOK, days or sessions, as the kind is counted; not below zero
    returns  [units], to the ten-thousandth, half up, so that sums of them are exact

    Two kinds are ours and not the source's: a `story` counts as a statement does, and a
    `decision` is a row in the ledger but no contribution, as its power is measured apart. Money
    in another currency is changed into NOK by whoever asks: a kernel knows no exchange rates.

    Raises UnknownWord for a kind that is not in KINDS, NegativeCount for an amount below zero.

    Source: the definition of ladder placement (domain 4.1), “Units”.
    """
    if kind not in KINDS:
        raise UnknownWord(f"kind {kind!r} is not one of {', '.join(KINDS)}")
    how = KINDS[kind]
    counted = as_decimal(amount)
    if counted < 0:
        raise NegativeCount(f"{counted} {how.counted_in} of {kind}")
    units = (counted * how.units_each).quantize(SMALLEST_UNIT, rounding=ROUND_HALF_UP)
    return units if how.at_most is None else min(units, how.at_most)
