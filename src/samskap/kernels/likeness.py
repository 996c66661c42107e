"""How alike two short texts are, by groups of letters: other endings and compounds still meet."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from samskap.kernels.stems import FRAME_WORDS, words_of

FORMULA = "likeness-1"
SIZES = (3, 4, 5)  # letters of a group
Grams = Counter[str]


def grams_of(text: str) -> Grams:
    """The groups of three to five letters of a text, each with how often it stands there.

    A word begins and ends with a blank, so that “by” in “byen” is told from “by” in “nyby”. Words
    that only hold a sentence together are left out, unless there are no others.
    """
    words = words_of(text)
    telling = [word for word in words if word not in FRAME_WORDS] or words
    return Counter(
        padded[start : start + size]
        for padded in (f" {word} " for word in telling)
        for size in SIZES
        for start in range(len(padded) - size + 1)
    )


def likeness(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """The cosine of two counts of groups of letters: 0 (nothing shared) … 1 (the same).

    A group that stands often in one text counts by the logarithm. 0 where either text is empty.

    Source: Salton & McGill (1983), Introduction to Modern Information Retrieval; groups of letters:
    Cavnar & Trenkle (1994), “N-gram-based text categorization”.
    """
    if len(other) < len(one):
        one, other = other, one
    shared = sum(
        _weight(count) * _weight(other[gram]) for gram, count in one.items() if gram in other
    )
    return shared / (_length(one) * _length(other)) if shared else 0.0


def most_promising(found: Sequence[Iterable[int]], *, cap: int, most: int) -> list[int]:
    """Those things that were found by the rarest and by most of several questions.

    found    for each question the numbers of what it found
    cap      how many a question finds at the most; one that found so many may have found more
    most     how many are wanted
    returns  numbers, the most promising first; of equal ones the largest number first

    Source: the inverse document frequency of Spärck Jones (1972), of counts up to the cap.
    """
    promise: dict[int, float] = defaultdict(float)
    for numbers in found:
        some = set(numbers)
        weight = math.log((1 + cap) / max(len(some), 1)) + 0.1
        for number in some:
            promise[number] += weight
    return sorted(promise, key=lambda number: (-promise[number], -number))[:most]


def _weight(count: int) -> float:
    """What a group counts that stands so often."""
    return 1.0 + math.log(count)


def _length(grams: Mapping[str, int]) -> float:
    """The length of a text as a vector."""
    return math.sqrt(sum(_weight(count) ** 2 for count in grams.values()))
