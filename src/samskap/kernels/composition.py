"""How a group is composed: the balance of the sexes, and which perspectives sit at the table."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from samskap.kernels.errors import NegativeCount

FORTY = (40, 100)  # percent, as a fraction of whole numbers: no rounding error
BANDS = ((0, 12), (13, 17), (18, 29), (30, 44), (45, 66), (67, 79), (80, 120))
"""Age bands, first and last year (domain.md 4.2)."""


def least_of_each(seats: int) -> int:
    """How many of each sex a group of some seats has at least.

    Four seats or more: at least 40 per cent, so rounded up to whole seats. Two or three: both
    sexes. One: nobody can be asked for more.

    Raises NegativeCount when there are fewer than no seats.

    Source: kommuneloven ch. 7 (list and agreement elections); Svelvik’s regulations § 11;
    domain.md 4.2.
    """
    if seats < 0:
        raise NegativeCount(f"{seats} seats")
    if seats < 4:
        return 1 if seats >= 2 else 0
    part, whole = FORTY
    return -(-seats * part // whole)


@dataclass(frozen=True, slots=True)
class Balance:
    """How the sexes are balanced.

    least         of each, in a group of this size
    is_met        None where those who have not told could still decide it
    women_needed  how many more, in the place of men; 0 where there are enough
    men_needed    likewise
    """

    least: int
    is_met: bool | None
    women_needed: int
    men_needed: int


def balance_of(women: int, men: int, *, others: int = 0, untold: int = 0) -> Balance:
    """Say whether each sex has its share of the seats that are held.

    others  who are neither; they hold seats, and count as neither
    untold  who have not told; each could be either

    Raises NegativeCount when a count is below zero.

    Source: as `least_of_each`.
    """
    for persons in (women, men, others, untold):
        if persons < 0:
            raise NegativeCount(f"{persons} persons")
    least = least_of_each(women + men + others + untold)
    women_needed, men_needed = max(0, least - women), max(0, least - men)
    is_met: bool | None
    if women_needed + men_needed == 0:
        is_met = True
    else:
        is_met = None if women_needed + men_needed <= untold else False
    return Balance(least, is_met, women_needed, men_needed)


def coverage(wanted: Sequence[str], brought: Iterable[Collection[str]]) -> Mapping[str, int]:
    """Count how many members bring each perspective that is wanted; 0 is a voice that is missing.

    wanted   perspectives, each once or more; the order stays
    brought  what each member brings; what nobody wanted is left out, and each counts once
    """
    count = dict.fromkeys(wanted, 0)
    for perspectives in brought:
        for perspective in set(perspectives):
            if perspective in count:
                count[perspective] += 1
    return count


def band_of(age: int) -> tuple[int, int]:
    """The age band that somebody belongs to; its first and last year.

    Raises NegativeCount when the age is below zero.
    """
    if age < 0:
        raise NegativeCount(f"age {age}")
    return next((band for band in BANDS if band[0] <= age <= band[1]), BANDS[-1])
