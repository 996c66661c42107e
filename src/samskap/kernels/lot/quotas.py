"""How many of a panel may share a value of a feature, and what would have to give way."""

from __future__ import annotations

from dataclasses import dataclass

from samskap.kernels.errors import ImpossibleCounts, NegativeCount


@dataclass(frozen=True, slots=True)
class Quota:
    """How many members of a panel may share a value of a feature: from `least` to `most`."""

    feature: str
    value: str
    least: int
    most: int

    def __post_init__(self) -> None:
        """Refuse a quota that nothing can keep."""
        if self.least < 0:
            raise NegativeCount(f"{self.least} of {self.feature}: {self.value}")
        if self.least > self.most:
            raise ImpossibleCounts(f"{self.feature}: {self.value}, {self.least} … {self.most}")


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One quota that has to give way, and how far.

    least, most  what it would be instead
    """

    quota: Quota
    least: int
    most: int

    def __str__(self) -> str:
        """Say it briefly, for a log."""
        was = f"{self.quota.least} … {self.quota.most}"
        return f"{self.quota.feature}: {self.quota.value}, {was} → {self.least} … {self.most}"
