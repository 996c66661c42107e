"""How power, work and answers were shared in each phase, and the index made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from samskap.kernels.ladder.events import Adoption, AdoptionCount, Decision
from samskap.kernels.ladder.numbers import joint, share
from samskap.kernels.ladder.words import Phase

WEIGHT_OF: Mapping[Phase, Fraction] = MappingProxyType(
    {
        Phase.DEFINE: Fraction(30, 100),
        Phase.DESIGN: Fraction(30, 100),
        Phase.IMPLEMENT: Fraction(25, 100),
        Phase.DRIVE: Fraction(15, 100),
    }
)

NOTHING = Fraction(0)
_INFLUENCE, _DECISIONS, _CONTRIBUTIONS, _ANSWERS = (Fraction(n, 100) for n in (25, 35, 25, 15))


@dataclass(frozen=True, slots=True)
class Shares:
    """What the formula reads of one phase; None where there is nothing to share.

    contributions    C: non-public units / all units
    joint_decisions  the mean of joint(D) over the phase's decisions
    adopted          I: adopted items with a non-public author / all adopted items
    answered         R: inputs answered within 30 days / inputs
    decisions        how many decisions the mean is taken over
    """

    contributions: Fraction | None = None
    joint_decisions: Fraction | None = None
    adopted: Fraction | None = None
    answered: Fraction | None = None
    decisions: int = 0

    @property
    def joint_contributions(self) -> Fraction | None:
        """joint(C): 1 when each side gave half, 0 when one side gave everything."""
        return None if self.contributions is None else joint(self.contributions)

    @property
    def index(self) -> Fraction:
        """The phase's part of the index before its weight, 0 … 1; what is missing counts 0."""
        return (
            _INFLUENCE * min(Fraction(1), 2 * (self.adopted or NOTHING))
            + _DECISIONS * (self.joint_decisions or NOTHING)
            + _CONTRIBUTIONS * (self.joint_contributions or NOTHING)
            + _ANSWERS * (self.answered or NOTHING)
        )


def shares_of(
    public: Decimal,
    non_public: Decimal,
    inputs: int,
    answered: int,
    decisions: Iterable[Decision],
    adopted: AdoptionCount,
) -> Shares:
    """Work out the shares of one phase from its sums.

    public, non_public  [units]
    inputs, answered    [rows]; answered within 30 days
    decisions           the phase's own
    adopted             the phase's own
    """
    joint_of_each = [joint(decision.share) for decision in decisions]
    return Shares(
        contributions=share(non_public, public + non_public),
        joint_decisions=share(sum(joint_of_each, NOTHING), len(joint_of_each)),
        adopted=share(adopted.by_nonpublic, adopted.adopted),
        answered=share(answered, inputs),
        decisions=len(joint_of_each),
    )


def co_creation_index(shares: Mapping[Phase, Shares]) -> Fraction:
    """Return the continuous co-creation index (CCI), 0 … 100.

    100 · Σ over phases of weight · (0.25 · min(1, 2 I) + 0.35 · joint(D) + 0.25 · joint(C)
    + 0.15 · R), weights .30 .30 .25 .15. A missing term counts 0: a phase without inputs has no R
    and gets nothing for it.

    Only for the trend inside one initiative, never for ranking initiatives or municipalities.

    Source: domain 4.1, “Continuous index”.
    """
    return 100 * sum((WEIGHT_OF[phase] * shares[phase].index for phase in Phase), NOTHING)


def adoptions_by_phase(
    adoptions: Iterable[Adoption] | Mapping[Phase, AdoptionCount],
) -> dict[Phase, AdoptionCount]:
    """Count adopted items by phase; counts that are already made pass through."""
    if isinstance(adoptions, Mapping):
        return {phase: adoptions.get(phase, AdoptionCount(0, 0)) for phase in Phase}
    adopted, by_nonpublic = dict.fromkeys(Phase, 0), dict.fromkeys(Phase, 0)
    for adoption in adoptions:
        adopted[adoption.phase] += 1
        by_nonpublic[adoption.phase] += adoption.by_nonpublic
    return {phase: AdoptionCount(adopted[phase], by_nonpublic[phase]) for phase in Phase}
