"""Two texts side by side, word by word, and two changes of one text put together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

PIECE = re.compile(r"(\w+(?:[’'\-]\w+)*|[^\w\s])(\s*)")
MOST_PAIRS = 2_000_000  # of equal words that are compared; beyond it the middle counts as new


class Kind(StrEnum):
    """What happened to a stretch of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, kw_only=True)
class Run:
    """Some words in a row that share one lot."""

    kind: Kind
    text: str


@dataclass(frozen=True, kw_only=True)
class Words:
    """A text as its words, each with the white space behind it; nothing of the text is lost.

    words  the first is empty, and stands for the beginning
    gaps   what stands between a word and the next
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Cut a text into words."""
        bare = text.lstrip()
        found = PIECE.findall(bare)
        return cls(
            words=("", *(word for word, _gap in found)),
            gaps=(text[: len(text) - len(bare)], *(gap for _word, gap in found)),
        )

    def between(self, first: int, last: int) -> str:
        """The text behind one word and before another."""
        inside = zip(self.words[first + 1 : last], self.gaps[first + 1 : last], strict=True)
        return self.gaps[first] + "".join(word + gap for word, gap in inside)


def differences(before: str, after: str) -> list[Run]:
    """Say how one text becomes another, as runs of words that stayed, went and came.

    The runs that are not added make the text before, those that are not removed the text after.

    Source: the longest stretches in common first, as J. W. Ratcliff and D. E. Metzener (1988),
    “Pattern matching: the gestalt approach”, Dr. Dobb’s Journal 13(7), and Python’s difflib.
    """
    old, new = Words.of(before), Words.of(after)
    runs: list[Run] = []
    pairs = [*_equal_words(old.words, new.words), (len(old.words), len(new.words))]
    for (place, other), (next_place, next_other) in pairwise(pairs):
        _add(runs, Kind.SAME, old.words[place])
        gone, come = old.between(place, next_place), new.between(other, next_other)
        gap = _white_space_of_both(gone, come)
        _add(runs, Kind.SAME, gap)
        gone, come = gone[len(gap) :], come[len(gap) :]
        end = len(_white_space_of_both(gone[::-1], come[::-1]))
        _add(runs, Kind.REMOVED, gone[: len(gone) - end])
        _add(runs, Kind.ADDED, come[: len(come) - end])
        _add(runs, Kind.SAME, gone[len(gone) - end :])
    return runs


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Put two changes of one text together; None where they touch.

    Two changes touch where no unchanged word stands between them. What both changed alike is
    taken once. Every word that one of them added is in what comes of it.

    Source: the three-way merge of S. Khanna, K. Kunal and B. C. Pierce (2007), “A formal
    investigation of diff3”, FSTTCS, LNCS 4855, here by words.
    """
    old, one, two = Words.of(base), Words.of(mine), Words.of(theirs)
    in_one = dict(_equal_words(old.words, one.words))
    in_two = dict(_equal_words(old.words, two.words))
    stay = [(place, in_one[place], in_two[place]) for place in in_one if place in in_two]
    stay.append((len(old.words), len(one.words), len(two.words)))
    text = ""
    for (place, at, other), (next_place, next_at, next_other) in pairwise(stay):
        was = old.between(place, next_place)
        became = _either(was, one.between(at, next_at), two.between(other, next_other))
        if became is None:
            return None
        text += old.words[place] + became
    return text


def _either(was: str, mine: str, theirs: str) -> str | None:
    """What a stretch becomes that at most one of two changed; None where both did."""
    if mine in (was, theirs):
        return theirs
    return mine if theirs == was else None


def _white_space_of_both(gone: str, come: str) -> str:
    """The white space with which two stretches begin, as far as it is the same."""
    length = 0
    for one, other in zip(gone, come, strict=False):
        if one != other or not one.isspace():
            break
        length += 1
    return gone[:length]


def _add(runs: list[Run], kind: Kind, text: str) -> None:
    """Add words to the runs; to the last one where it is of the same kind."""
    if not text:
        return
    if runs and runs[-1].kind == kind:
        text = runs.pop().text + text
    runs.append(Run(kind=kind, text=text))


def _equal_words(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The places of words that stay, in both texts and in order; what they share at the ends first.

    Of two texts that repeat the same words over and over the middle counts as new, so that no text
    can keep the machine busy: both then stand there whole, and nothing is lost.
    """
    least = min(len(before), len(after))
    head = next((n for n in range(least) if before[n] != after[n]), least)
    rest = least - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    middle, other = before[head : len(before) - tail], after[head : len(after) - tail]
    counts = Counter(other)
    found = [(place, place) for place in range(head)]
    if sum(counts[word] for word in middle) <= MOST_PAIRS:
        matcher = SequenceMatcher(None, middle, other, autojunk=False)
        for one, two, size in matcher.get_matching_blocks():
            found += [(head + one + step, head + two + step) for step in range(size)]
    found += [(len(before) - n, len(after) - n) for n in range(tail, 0, -1)]
    return found
