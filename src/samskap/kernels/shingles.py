"""Texts that say nearly the same: shingles of five words, and what two texts share of them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from samskap.kernels.errors import NotAShare

FORMULA = "shingles-1"
SIZE = 5  # words of a shingle
AT_LEAST = 0.8  # shared of all shingles, for two texts to be nearly the same

Hashes = NDArray[np.uint64]
_STEP = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no word is lost when hashes wrap around


def words_of(text: str) -> list[str]:
    """The words of a text, without case, marks and spaces."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every five words in a row; a shorter text is one shingle, an empty one has none."""
    words = words_of(text)
    if not words:
        return frozenset()
    last = max(len(words) - SIZE, 0)
    return frozenset(tuple(words[start : start + SIZE]) for start in range(last + 1))


def alike(one: str, other: str) -> float:
    """How much two texts share: shared shingles as a share of all, 0 … 1; 0 for empty texts."""
    a, b = shingles(one), shingles(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def near_duplicates(texts: Sequence[str], *, at_least: float = AT_LEAST) -> list[list[int]]:
    """Gather texts that say nearly the same.

    Two texts belong together when they share at least `at_least` of their shingles, and so do all
    that are linked through others: the order of the texts does not matter, nor do upper and lower
    case, punctuation and spacing.

    texts     as they were written
    at_least  above 0 … 1
    returns   groups of two or more: the places of their texts, rising; groups by their first

    Only texts that share a rare shingle are held against each other, which leaves out no pair, and
    a text that has found its group is held against no more of it. So a campaign of 100 000 letters
    with a name put into each costs little; what costs most are many long texts that share a good
    deal and still are below the limit. Shingles are compared by 64 bits of a hash: in 100 000
    texts of forty words two different ones meet once in some two million runs.

    Raises NotAShare when at_least is not a share above 0.

    Source: Broder (1997), “On the resemblance and containment of documents”; the prefix filter:
    Bayardo, Ma & Srikant (2007), “Scaling up all pairs similarity search”, WWW ’07. The limit of
    0.8 of five-word shingles: domain 4.
    """
    if not 0 < at_least <= 1:
        raise NotAShare(f"{at_least} is not a share above 0")
    sets = _hashed(texts)
    groups = _Groups(len(texts))
    same: dict[bytes, int] = {}
    for place, hashes in enumerate(sets):
        if len(hashes):
            groups.join(same.setdefault(hashes.tobytes(), place), place)
    numbers_of, first_shared = _by_rarity(sets, list(same.values()))
    _join_near(numbers_of, first_shared, groups, at_least)
    return groups.of_several()


def _hashed(texts: Sequence[str]) -> list[Hashes]:
    """The shingles of each text as sorted hashes; all texts at once, as one row of words."""
    known: dict[str, int] = {}
    row: list[int] = []
    lengths = np.zeros(len(texts), dtype=np.intp)
    for place, text in enumerate(texts):
        words = words_of(text)
        for word in words:
            if word not in known:
                known[word] = int.from_bytes(blake2b(word.encode(), digest_size=8).digest())
            row.append(known[word])
        missing = max(SIZE - len(words), 0) if words else 0
        row.extend([0] * missing)  # a short text is one shingle, filled up with no word
        lengths[place] = len(words) + missing

    numbers = np.array(row, dtype=np.uint64)
    starts = max(len(numbers) - SIZE + 1, 0)
    hashes = np.zeros(starts, dtype=np.uint64)
    for step in range(SIZE):
        hashes = hashes * _STEP + numbers[step : step + starts]
    owner = np.repeat(np.arange(len(texts)), lengths)[:starts]
    is_whole = np.arange(starts) + SIZE <= np.cumsum(lengths)[owner]
    hashes, owner = hashes[is_whole], owner[is_whole]

    order = np.lexsort((hashes, owner))
    hashes, owner = hashes[order], owner[order]
    is_new = np.ones(len(hashes), dtype=bool)
    is_new[1:] = (hashes[1:] != hashes[:-1]) | (owner[1:] != owner[:-1])
    counts = np.bincount(owner[is_new], minlength=len(texts))
    return np.split(hashes[is_new], np.cumsum(counts)[:-1]) if len(texts) else []


def _by_rarity(sets: list[Hashes], places: list[int]) -> tuple[dict[int, NDArray[np.intp]], int]:
    """Number the shingles of some texts, the rarest lowest: place → rising numbers.

    The second is the first number of a shingle that more than one text holds.
    """
    if not places:
        return {}, 0
    every = np.concatenate([sets[place] for place in places])
    _hashes, which, times = np.unique(every, return_inverse=True, return_counts=True)
    rank = np.empty(len(times), dtype=np.intp)
    rank[np.argsort(times, kind="stable")] = np.arange(len(times))
    ends = np.cumsum([len(sets[place]) for place in places])[:-1]
    ranked = np.split(rank[which.ravel()], ends)
    numbers_of = {place: np.sort(numbers) for place, numbers in zip(places, ranked, strict=True)}
    return numbers_of, int(np.count_nonzero(times == 1))


def _join_near(
    numbers_of: dict[int, NDArray[np.intp]], first_shared: int, groups: _Groups, at_least: float
) -> None:
    """Join the groups of all texts that share enough, each with those no longer than itself."""
    # Shingle → group → the texts of it that hold the shingle among their rarest.
    holders: dict[int, dict[int, list[int]]] = defaultdict(dict)
    for place in sorted(numbers_of, key=lambda place: (len(numbers_of[place]), place)):
        mine, tried = numbers_of[place], {place}
        # Two sets that share `at_least` share one of the rarest of each: all but so many less one.
        rarest = mine[: len(mine) - math.ceil(at_least * len(mine) - 1e-9) + 1]
        shared_ones = rarest[rarest >= first_shared].tolist()
        for number in shared_ones:
            for group, others in holders[number].items():
                if groups.root(group) == groups.root(place):
                    continue
                for other in others:
                    theirs = numbers_of[other]
                    if other in tried or len(theirs) < at_least * len(mine) - 1e-9:
                        continue
                    tried.add(other)
                    shared = len(np.intersect1d(mine, theirs, assume_unique=True))
                    if shared / (len(mine) + len(theirs) - shared) >= at_least:
                        groups.join(other, place)
                        break
        for number in shared_ones:
            holders[number].setdefault(groups.root(place), []).append(place)


class _Groups:
    """Which texts belong together, found by their root (union and find)."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def root(self, place: int) -> int:
        """The text that stands for the group of a text."""
        above = self._above
        while above[place] != place:
            above[place] = place = above[above[place]]
        return place

    def join(self, one: int, other: int) -> None:
        """Let two groups be one; the first of its texts stands for it."""
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first

    def of_several(self) -> list[list[int]]:
        """Every group of two or more."""
        found: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._above)):
            found[self.root(place)].append(place)
        return [places for places in found.values() if len(places) > 1]
