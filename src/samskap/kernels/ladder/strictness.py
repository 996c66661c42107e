"""How much the ladder asks for: the formula's own thresholds, or a municipality's stricter ones."""

from __future__ import annotations

from dataclasses import dataclass, fields

from samskap.kernels.errors import LooserThanTheFormula, NotAShare


@dataclass(frozen=True, slots=True)
class Strictness:
    """The thresholds of the conditions; without arguments those of the formula.

    parties              independent non-public parties, at least 2 (rung 4 b)
    joint_decisions      joint(D) in define and in design, 0.50 … 1 (rung 4 c)
    joint_contributions  joint(C) in define and in design, 0.30 … 1 (rung 4 d)
    joint_implementation joint(C) in implement, 0.20 … 1 (rung 4 e)
    fidelity             adopted / recommended, 0.50 … 1 (rung 4 f)
    answered             R in define or design, 0.50 … 1 (rung 3)

    Raises LooserThanTheFormula below the formula's own, NotAShare above 1.

    Source: domain 4.1, “defaults; tenant may only make them stricter”.
    """

    parties: int = 2
    joint_decisions: float = 0.50
    joint_contributions: float = 0.30
    joint_implementation: float = 0.20
    fidelity: float = 0.50
    answered: float = 0.50

    def __post_init__(self) -> None:
        for field in fields(self):
            asked = getattr(self, field.name)
            # Said this way round, so that NaN is refused too.
            if not asked >= field.default:
                raise LooserThanTheFormula(
                    f"{field.name} is {asked}, but the formula asks for at least {field.default}"
                )
            if field.name != "parties" and not asked <= 1:
                raise NotAShare(f"{field.name} is {asked}, more than everything")


Defaults = Strictness
"""`Defaults()` reads well where the formula's own thresholds are meant."""
