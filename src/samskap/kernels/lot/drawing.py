"""The lottery itself: numbered panels, everybody's chance, and the draw of one number.

Anyone can check a draw with nothing but SHA-256 (FIPS 180-4). Before the draw the *commitment* to
a secret seed is published, and the *fingerprint* of the numbered panels; at the draw witnesses
may add what nobody could know beforehand, such as dice. Then the seed is published, and with it
    number = 1 + SHA-256("samskap-lot number:" + seed) mod panels
where the hash is read as one number of 256 bits, so no panel is more likely than another by more
than one part in 2²⁴⁰.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from samskap.kernels.lot.asking import Way
from samskap.kernels.lot.errors import NoSeed

Panel = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lottery:
    """Numbered panels, each as likely as another.

    panels   the first has number 1; keys in order
    chances  key → share of the panels in which somebody is, for everybody in the pool
    bound    no lottery over panels that keep the quotas gives everybody who can be drawn at all
             a better chance than this
    version  the formula
    """

    panels: tuple[Panel, ...]
    chances: Mapping[str, float]
    bound: float
    way: Way
    version: str

    @property
    def least(self) -> float:
        """The smallest chance of anybody who can be drawn at all."""
        return min((chance for chance in self.chances.values() if chance), default=0.0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came out: the number of a panel, from 1, and the panel."""

    number: int
    panel: Panel


def draw(lottery: Lottery, seed: str) -> Drawn:
    """Draw one panel by a seed, as this file says.

    Raises NoSeed when the seed is empty.
    """
    number = number_of(seed, len(lottery.panels))
    return Drawn(number, lottery.panels[number - 1])


def number_of(seed: str, panels: int) -> int:
    """Return the number that a seed draws, 1 … panels."""
    return 1 + int(_hash_of("number", seed), 16) % panels


def commitment(seed: str) -> str:
    """Return what is published before the draw and gives nothing away, if the seed is long.

    It is SHA-256("samskap-lot commitment:" + seed) in hexadecimal.
    """
    return _hash_of("commitment", seed)


def seed_with(secret: str, witnessed: str) -> str:
    """Join the secret seed and what witnesses typed in, such as dice, to the seed of the draw.

    The commitment is to the secret alone; "" as witnessed leaves it as it is.
    """
    return f"{secret}+{witnessed}" if witnessed else secret


def fingerprint(panels: Sequence[Sequence[str]]) -> str:
    """Sum up numbered panels, so that none can be changed or renumbered after it is published.

    It is SHA-256 of the panels as JSON without spaces, non-ASCII letters as \\u and four digits.
    """
    return sha256(
        json.dumps([list(one) for one in panels], separators=(",", ":")).encode()
    ).hexdigest()


def chances_in(panels: Sequence[Panel], keys: Sequence[str]) -> dict[str, float]:
    """Count in which share of the panels each person is."""
    times = Counter(chain.from_iterable(panels))
    return {key: times[key] / len(panels) for key in sorted(keys)}


def _hash_of(purpose: str, seed: str) -> str:
    """Hash a seed for one purpose, so that one hash says nothing about another."""
    if not seed:
        raise NoSeed("the seed is empty")
    return sha256(f"samskap-lot {purpose}:{seed}".encode()).hexdigest()
