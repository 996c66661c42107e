"""What a lot is drawn from: a pool of people, places and quotas, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from samskap.kernels.errors import NamedTwice, NegativeCount
from samskap.kernels.lot.errors import TooFew, UnknownValue
from samskap.kernels.lot.quotas import Quota


class Way(StrEnum):
    """How panels are made.

    LEGACY_GREEDY  one person at a time from the category that is most pressed, as it was done by
                   hand; chances come out uneven
    MAXIMIN        the least likely person is as likely as can be
    LEXIMIN        that, then the second least likely, and so on: the fairest there is
    """

    LEGACY_GREEDY = "legacy_greedy"
    MAXIMIN = "maximin"
    LEXIMIN = "leximin"


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody who can be drawn.

    key        a pseudonym; the same person always has the same
    features   feature → value, for each feature that has quotas at least
    household  the same text, the same address; "" stands for an address of one’s own
    """

    key: str
    features: Mapping[str, str]
    household: str = ""


@dataclass(frozen=True, slots=True)
class Pool:
    """Who can be drawn, for how many places, within which quotas.

    size               places
    one_per_household  whether a panel has at most one person of each address
    """

    size: int
    quotas: tuple[Quota, ...]
    entrants: tuple[Entrant, ...]
    one_per_household: bool = False
    features: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse a pool that cannot mean anything."""
        if self.size < 1:
            raise NegativeCount(f"{self.size} places")
        _each_once(one.key for one in self.entrants)
        _each_once((one.feature, one.value) for one in self.quotas)
        values: dict[str, set[str]] = {}
        for quota in self.quotas:
            values.setdefault(quota.feature, set()).add(quota.value)
        for one in self.entrants:
            for feature, known in values.items():
                if one.features.get(feature) not in known:
                    raise UnknownValue(f"{one.key}, {feature}: {one.features.get(feature)}")
        if self.addresses < self.size:
            raise TooFew(f"{self.addresses} for {self.size} places")
        object.__setattr__(self, "features", tuple(sorted(values)))

    @property
    def addresses(self) -> int:
        """How many could be drawn at once if there were no quotas."""
        if not self.one_per_household:
            return len(self.entrants)
        alone = sum(not one.household for one in self.entrants)
        return alone + len({one.household for one in self.entrants if one.household})


def _each_once(names: Iterable[Hashable]) -> None:
    """Refuse what carries one name twice."""
    twice = [str(name) for name, times in Counter(names).items() if times > 1]
    if twice:
        raise NamedTwice(", ".join(twice))
