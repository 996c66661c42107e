"""What the lot raises when a pool cannot mean anything, or no panel keeps what is asked."""

from __future__ import annotations

from samskap.kernels.errors import KernelError
from samskap.kernels.lot.quotas import Relaxation


class LotError(KernelError):
    """A pool, a panel or a seed breaks a promise that the lot asks for."""


class UnknownValue(LotError):
    """Somebody lacks a feature that has quotas, or has a value of it that has none."""


class TooFew(LotError):
    """There are fewer people, or fewer households, than places."""


class NotInThePanel(LotError):
    """Somebody is said to leave a panel, or to be in one, who is not there."""


class NoSeed(LotError):
    """A draw without a seed is no draw."""


class GaveUp(LotError):
    """The legacy way met a dead end each time; a fair way does not."""


class Infeasible(LotError):
    """No panel keeps all quotas at once.

    relaxations  the smallest change of quotas that lets one: see `relax`
    """

    def __init__(self, relaxations: tuple[Relaxation, ...]) -> None:
        """Carry what would help."""
        super().__init__("; ".join(str(one) for one in relaxations))
        self.relaxations = relaxations
