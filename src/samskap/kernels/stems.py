"""Words cut to their stems, so that “bibliotekene” finds “bibliotek”, in five languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version

import snowballstemmer

FORMULA = "stems-1"
RELEASE = version("snowballstemmer")  # another one may cut words elsewhere
LONGEST = 40  # letters of a word that count
SHORTEST_BEGINNING = 3  # letters; a shorter stem is the beginning of too much

# Snowball’s Norwegian cuts the endings of both written languages. Nobody has written a stemmer for
# Northern Sami that we know of: its words are looked for as they are written.
STEMMER_OF = {
    "nb": "norwegian",
    "nn": "norwegian",
    "da": "danish",
    "sv": "swedish",
    "en": "english",
}

WORD = re.compile(r"[^\W_]+")

# Words that hold sentences together. What is a word of its own in a neighbouring language is left
# out: “by” is a town, “her” is here, “do” and “to” are things too.
FRAME_WORDS = frozenset(
    """
    af alle alt and are at att av avec ble blei blev blir blitt blive bliver både da de deg dei
    deira dem den denne der deres det dets dette dig din disse ditt du dykk dykkar eg ei ein eit
    eitt eller en er et ett for fordi fra frå få får føre gjennom gjør gjøre ha hadde ham han
    hans har havde hennar hennes hos hun hva hvad hvem hver hvilke hvis hvor hvordan hvorfor i
    ikke ikkje in ingen into is it its ja jag jeg kan korleis kun kunne kva kvar kven kvifor man
    med meg meget mellom men mer mere mig min mitt mot mycket må måtte ned nei no noe noen nogen
    nok noko nokon nokre när nå och of og også om on or oss over på selv si sig sin sine sitt
    sjølv skal skulle som så sånn that the their them then there these they this those til till
    um under upp ut utan uten vad var vara ved vel vere vi vil ville vår våre være været vært
    was we were what when where which who why will with would you your än är å år
    """.split()
)


def words_of(text: str) -> list[str]:
    """The words of a text in their order, without case; digits count as letters."""
    return [part for word in WORD.findall(_composed(text)) for part in _plain(word)]


def stem(word: str, language: str) -> str:
    """Cut the ending off one word of `words_of`.

    language  nb, nn, da, sv or en; of any other language the word is its own stem

    Source: M. F. Porter and others, Snowball (snowballstem.org), BSD licence.
    """
    name = STEMMER_OF.get(language)
    return _stem(word, name) if name else word


def stems_of(text: str, language: str) -> list[str]:
    """The stems of a text, each once, in the order in which they first come."""
    return list(dict.fromkeys(stem(word, language) for word in words_of(text)))


def stems_in_any_language(word: str) -> frozenset[str]:
    """A word and all its stems: whoever looks for it does not say in which language."""
    return frozenset({word, *(_stem(word, name) for name in STEMMER_OF.values())})


def asked_for(query: str, most: int = 8) -> list[frozenset[str]]:
    """What somebody looks for: for each word its stems, one of which is enough.

    Words that only hold a sentence together are left out, unless there are no others.

    most  words at the most, the first ones
    """
    words = list(dict.fromkeys(words_of(query)))
    telling = [word for word in words if word not in FRAME_WORDS] or words
    return [stems_in_any_language(word) for word in telling[:most]]


@dataclass(frozen=True)
class Piece:
    """A piece of a text, and whether it is what somebody looked for."""

    text: str
    is_hit: bool


def marked(text: str, language: str, asked: Sequence[frozenset[str]]) -> list[Piece]:
    """Cut a text into what was looked for and the rest; put together the pieces are the text."""
    text = _composed(text)
    pieces, end = [], 0
    for start, stop in _hits(text, language, asked):
        if start > end:
            pieces.append(Piece(text[end:start], is_hit=False))
        pieces.append(Piece(text[start:stop], is_hit=True))
        end = stop
    return [*pieces, Piece(text[end:], is_hit=False)] if end < len(text) else pieces


def excerpt(text: str, language: str, asked: Sequence[frozenset[str]], length: int = 200) -> str:
    """The part of a text, cut between words, in which most of what was looked for stands.

    The earliest of several that are as good. An ellipsis says where something was left out.
    """
    text = " ".join(_composed(text).split())
    if len(text) <= length:
        return text
    hits = list(_hits(text, language, asked))
    begins = [max(start - length // 4, 0) for start, _stop in hits] or [0]
    ends = [begin + length for begin in begins]
    counts = [
        len({text[a:b].casefold() for a, b in hits if begin <= a and b <= end})
        for begin, end in zip(begins, ends, strict=True)
    ]
    best = counts.index(max(counts))
    begin = min(begins[best], len(text) - length)
    if begin > 0:
        begin = text.find(" ", begin, begin + length) + 1
    cut = text[begin : begin + length]
    if begin + length < len(text) and " " in cut:
        cut = cut.rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
    return ("…" if begin > 0 else "") + cut


def _hits(text: str, language: str, asked: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Where in a text the words stand that somebody looked for."""
    whole = frozenset().union(*asked)
    beginnings = tuple(each for each in whole if len(each) >= SHORTEST_BEGINNING)
    for word in WORD.finditer(text):
        stems = [stem(part, language) for part in _plain(word.group())]
        if any(each in whole or each.startswith(beginnings) for each in stems):
            yield word.span()


def _composed(text: str) -> str:
    """A text in which a letter and its mark are one sign."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=50_000)
def _plain(word: str) -> tuple[str, ...]:
    """A word without case and typographic dress; the dress of a few signs hides several words."""
    told = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    return tuple(part[:LONGEST] for part in WORD.findall(told))


@lru_cache(maxsize=200_000)
def _stem(word: str, name: str) -> str:
    """Cut one word by one stemmer; a stemmer keeps its place in the word, so each call has one."""
    return str(snowballstemmer.stemmer(name).stemWord(word)) or word
