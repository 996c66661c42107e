"""The words of an entry: stems, stems of its title once more, and what it is, as marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from samskap.base.finding import Found
from samskap.kernels import stems
from samskap.kernels.stems import SHORTEST_BEGINNING, stems_of

FORM = "entry-1"  # of the words of an entry; whoever changes what they are gives it the next number

# No stem holds these signs. SQLite is told in `index.py` that they belong to words.
TITLE, TENANT, KIND, SIDE = "^", "@", "#", "~"
AND_SO_ON = "*"  # behind a word: and all that begin so

Group = frozenset[str]  # words, one of which is enough


@dataclass(frozen=True, kw_only=True)
class Match:
    """Which entries are asked for: one word of each group, but not of each of some others."""

    of_each: tuple[Group, ...]
    of_any: tuple[Group, ...] = ()  # and one word of one of these, where there are any
    but_not_of_each: tuple[Group, ...] = ()


def words_of_entry(kind: str, found: Found) -> str:
    """Everything by which a thing is found."""
    title = stems_of(found.title, found.language)
    marks = [f"{TENANT}{found.municipality}", f"{KIND}{kind}"]
    marks += [f"{SIDE}{found.side}"] if found.side else []
    in_title = [f"{TITLE}{stem}" for stem in title]
    words = [*marks, *title, *in_title, *stems_of(found.text, found.language)]
    return " ".join(dict.fromkeys(words))


def seal_of(kind: str, found: Found) -> int:
    """What an entry is made of, in one number: where it is the same, the entry is true already.

    Whatever changes an entry stands in it, the release of the stemmer as well.
    """
    made_of = (
        FORM,
        stems.FORMULA,
        stems.RELEASE,
        kind,
        found.key,
        found.municipality,
        found.initiative,
        int(found.at.timestamp()),
        found.side,
        found.language,
        found.title,
        found.text,
    )
    told = "\x00".join(map(str, made_of)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(told, digest_size=8).digest(), signed=True)


def tenant(municipality: int) -> Group:
    """The mark of what a municipality owns."""
    return frozenset({f"{TENANT}{municipality}"})


def kinds(*names: str) -> Group:
    """The marks of some kinds."""
    return frozenset(f"{KIND}{name}" for name in names)


def side(name: str) -> Group:
    """The mark of what comes from one side."""
    return frozenset({f"{SIDE}{name}"})


def in_title(group: Group) -> Group:
    """The same words, in the title."""
    return frozenset(f"{TITLE}{word}" for word in group)


def beginning_so(group: Group) -> Group:
    """The same words, and longer ones that begin with them."""
    longer = {f"{word}{AND_SO_ON}" for word in group if len(word) >= SHORTEST_BEGINNING}
    return group | longer


def tiers(base: Sequence[Group], asked: Sequence[Group]) -> list[Match]:
    """How well entries can fit, the best first; an entry is in one tier at the most.

    All words in the title; all words; all as beginnings of words: “bibliotek” in “bibliotekvakt”.
    """
    if not asked:
        return [Match(of_each=tuple(base))]
    every, titles = tuple(asked), tuple(in_title(group) for group in asked)
    longer = tuple(beginning_so(group) for group in asked)
    return [
        Match(of_each=(*base, *titles)),
        Match(of_each=(*base, *every), but_not_of_each=titles),
        Match(of_each=(*base, *longer), but_not_of_each=every),
    ]


def some_of(base: Sequence[Group], asked: Sequence[Group]) -> Match:
    """Entries with one of the words, for when no entry has them all."""
    return Match(of_each=tuple(base), of_any=tuple(beginning_so(group) for group in asked))
