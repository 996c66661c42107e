"""How many of those who should sit at a table took part."""

from __future__ import annotations

from fractions import Fraction

from samskap.kernels.errors import ImpossibleCounts, NegativeCount

FORMULA = "coverage 1.0"


def coverage(groups: int, took_part: int) -> Fraction | None:
    """The share of the groups on a stakeholder map that took part.

    groups     [groups] on the map, invited or not
    took_part  [groups] of them with at least one active contributor; not above groups
    returns    0 … 1, exact; None where the map is empty

    Whoever was never invited counts among the missing: a short list of invitations cannot look
    like a full table.

    Raises NegativeCount or ImpossibleCounts when the counts cannot mean anything.

    Source: domain 3.3 no. 5, “multi-party coverage index = share of identified stakeholder groups
    with at least one active contributor”; SC-6: 11 of 14 groups are 79 %.
    """
    if min(groups, took_part) < 0:
        raise NegativeCount(f"{took_part} of {groups}")
    if took_part > groups:
        raise ImpossibleCounts(f"{took_part} of {groups}")
    return Fraction(took_part, groups) if groups else None


def percent(share: Fraction) -> int:
    """A share in whole percent, halves up, as it is shown."""
    return int(share * 100 + Fraction(1, 2))
