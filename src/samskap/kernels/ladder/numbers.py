"""Exact numbers: a published figure is the same on every machine and in every order of rows."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from samskap.kernels.errors import KernelError

Number = int | float | Decimal | Fraction


def exact(number: Number) -> Fraction:
    """Return the number as people read it: 0.1 is one tenth, not its neighbour in binary.

    Raises KernelError when it is not a number at all (NaN, infinity).
    """
    try:
        return Fraction(float.__repr__(number) if isinstance(number, float) else number)
    except (ValueError, OverflowError) as wrong:
        raise KernelError(f"{number!r} is not a number that can be counted with") from wrong


def as_decimal(number: Number) -> Decimal:
    """Return a number of units as a decimal, read as people read it.

    Raises KernelError when it is not a number at all.
    """
    if isinstance(number, Decimal) and number.is_finite():
        return number
    fraction = exact(number)
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def rounded(number: Fraction, decimals: int) -> float:
    """Round half up, as people do by hand: 73.975 becomes 73.98."""
    step = Decimal(1).scaleb(-decimals)
    quotient = Decimal(number.numerator) / Decimal(number.denominator)
    return float(quotient.quantize(step, rounding=ROUND_HALF_UP))


def share(part: Number, whole: Number) -> Fraction | None:
    """Return the part's share of the whole; None where there is nothing to share."""
    return exact(part) / exact(whole) if whole else None


def joint(side_share: Fraction) -> Fraction:
    """Tell how shared something is: 1 when two sides hold half each, 0 when one holds all.

    side_share  the share of one side, 0 … 1; it does not matter which
    returns     2 · min(x, 1 − x), 0 … 1
    """
    return 2 * min(side_share, 1 - side_share)
