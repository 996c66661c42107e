"""Sentences in five languages, and pairs of forms of one word that both stand in them.

They are read at run time: statements that people wrote in conversations with Polis (CC BY 4.0, The
Computational Democracy Project), articles about co-creation in bokmål and Danish, and what the
pages of Samskap say, which is there in bokmål, nynorsk, Danish and English. Where the first two are
missing, only the last is read, and the table says so. Those in Swedish are made up.
"""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass

import polib

from benchmarks.swedish import SENTENCES
from samskap.config.surroundings import ROOT
from samskap.kernels.stems import FRAME_WORDS, words_of

BESIDE = ROOT.parent / "shared"
CONVERSATIONS = ("15-per-hour-seattle", "brexit-consensus", "canadian-electoral-reform")
MORE_CONVERSATIONS = ("scoop-hivemind.biodiversity",)
ARTICLES = {"nb": ("000", "002", "003"), "da": ("001", "004")}
SHORTEST = 5  # letters of what is left when an ending is taken away
FEWEST, MOST = 5, 40  # words of a sentence

# What grammars of the languages name as endings of nouns, adjectives and verbs; the stemmers were
# written by others, from other lists.
ENDINGS = {
    "nb": "en et a er ene ens ets enes e t te ende".split(),
    "nn": "en et a ar er ane ene e t te ande".split(),
    "da": "en et er erne ene ens ets ernes e t te ende".split(),
    "en": "s es ed ing ly".split(),
    "sv": "en et n t a er erna ar arna or orna na s ens ets arnas ernas e de te ade ande".split(),
}
OF_OUR_PAGES = ("nb", "nn", "da", "en")


@dataclass(frozen=True)
class Sentence:
    """A sentence, and the language it is in."""

    text: str
    language: str


@dataclass(frozen=True)
class Looking:
    """Somebody looks for a sentence by another form of one of its words, and a word beside it.

    place  of the sentence
    """

    place: int
    query: str


def real_sentences() -> list[Sentence]:
    """Every sentence, each once; those in Swedish are ours."""
    found = [Sentence(text, language) for language in OF_OUR_PAGES for text in _messages(language)]
    found += [Sentence(text, "sv") for text in SENTENCES]
    for name in (*CONVERSATIONS, *MORE_CONVERSATIONS):
        path = BESIDE / "data" / "polis" / name / "comments.csv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as lines:
                found += [Sentence(row["comment-body"], "en") for row in csv.DictReader(lines)]
    for language, numbers in ARTICLES.items():
        for number in numbers:
            for path in (BESIDE / "seeds").glob(f"{number}_*.txt"):
                text = path.read_text(encoding="utf-8")
                found += [Sentence(each, language) for each in re.split(r"(?<=[.!?])\s+|\n+", text)]
    return [each for each in dict.fromkeys(found) if FEWEST <= len(words_of(each.text)) <= MOST]


def has_others() -> bool:
    """Whether sentences beside our own are there."""
    return (BESIDE / "data" / "polis").exists() and (BESIDE / "seeds").exists()


def _messages(language: str) -> list[str]:
    """What the pages say in one language; what is filled in later is left out."""
    found = []
    for path in sorted((ROOT / "src" / "samskap").glob("*/locale/nb/LC_MESSAGES/django.po")):
        there = path.parent.parent.parent / ("nb" if language == "en" else language)
        for entry in polib.pofile(str(there / "LC_MESSAGES" / "django.po")):
            text = entry.msgid if language == "en" else entry.msgstr
            if "%" not in text:
                found.append(text)
    return found


def lookings(sentences: list[Sentence], language: str, most: int) -> list[Looking]:
    """Queries by another form of a word: both forms stand in real sentences of the language.

    A pair such as “planer” and “plante” may be no pair at all; it counts against whoever searches.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    for each in sentences:
        if each.language == language:
            for word in words_of(each.text):
                for ending in ("", *ENDINGS[language]):
                    base = word.removesuffix(ending) if ending else word
                    if (base != word or not ending) and len(base) >= SHORTEST:
                        forms[base].add(word)
    found = []
    for place, each in enumerate(sentences):
        if each.language != language:
            continue
        words = [word for word in words_of(each.text) if word not in FRAME_WORDS]
        for word in sorted(set(words), key=len, reverse=True):
            others = {
                form
                for ending in ("", *ENDINGS[language])
                if (base := word.removesuffix(ending)) in forms
                for form in forms[base]
            } - set(words)
            beside = [one for one in words if one != word and len(one) >= SHORTEST]
            if others and beside:
                found.append(Looking(place, f"{min(others)} {beside[len(beside) // 2]}"))
                break
    step = max(len(found) // most, 1)
    return found[::step][:most]


def parallel(language: str, most: int) -> list[tuple[str, str]]:
    """What the pages say, in one language and in bokmål."""
    pairs = []
    for path in sorted((ROOT / "src" / "samskap").glob("*/locale/nb/LC_MESSAGES/django.po")):
        there = path.parent.parent.parent / language / "LC_MESSAGES" / "django.po"
        theirs = {} if language == "en" else {e.msgid: e.msgstr for e in polib.pofile(str(there))}
        for entry in polib.pofile(str(path)):
            other = entry.msgid if language == "en" else theirs.get(entry.msgid, "")
            long_enough = FEWEST <= len(words_of(entry.msgstr)) <= MOST
            if other and "%" not in other and long_enough:
                pairs.append((other, entry.msgstr))
    step = max(len(pairs) // most, 1)
    return pairs[::step][:most]
