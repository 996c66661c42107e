"""What people have said already that is like what somebody writes."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from django.db import connection

from samskap.base.finding import Found
from samskap.kernels.likeness import grams_of, likeness, most_promising
from samskap.kernels.stems import asked_for
from samskap.municipalities.models import Municipality
from samskap.search import index
from samskap.search.marks import AND_SO_ON, Group, Match, kinds, tenant
from samskap.search.models import Entry
from samskap.search.queries import read

SHOWN = 5
ALIKE = 0.3  # below this texts have a word in common, and little else; tried on real sentences
WORDS = 6  # of a text that are asked for, the longest: they are seldom the common ones
EACH = 100  # entries that one question finds at the most, the newest
READ = 25  # things that are read and held against the text
LONG = 7  # letters; longer words are also asked for by their beginning
BEGINNING = 5  # letters of it: “sykkelvei” for “sykkelparkering”
LOOKED_AT = 600  # characters of a text
KINDS = ("initiative", "idea")


def similar(municipality: Municipality, text: str) -> list[tuple[str, Found]]:
    """Up to five ideas and initiatives that say nearly the same, the most alike first.

    Entries that share its rarest words, and most of them, are read and held against it by groups
    of letters. Four queries at the most, however many entries there are.
    """
    entries = _promising(municipality, text, *KINDS)
    if not entries:
        return []
    written = grams_of(text.strip()[:LOOKED_AT])
    found = [
        (max(likeness(written, grams_of(words)) for words in _readings(thing)), thing.at, each)
        for each in read(municipality, entries)
        for thing in (each[1],)
    ]
    alike = sorted((one for one in found if one[0] >= ALIKE), key=lambda one: one[:2], reverse=True)
    return [each for _likeness, _at, each in alike[:SHOWN]]


def keys_like(municipality: Municipality, kind: str, text: str) -> list[int]:
    """The keys of things of a kind that share a text’s rarest words, and most of them."""
    return [key for _kind, key in _promising(municipality, text, kind)]


def _promising(municipality: Municipality, text: str, *names: str) -> list[tuple[str, int]]:
    """What of some kinds shares a text’s rarest words, and most of them, as (kind, key)."""
    asked = _most_telling(asked_for(text.strip()[:LOOKED_AT], most=LOOKED_AT))
    matches = list(_questions(municipality, asked, names))
    places = most_promising(_places(matches), cap=EACH, most=READ)
    if not places:
        return []
    entries = Entry.objects.of(municipality).filter(place__in=places)
    return list(entries.values_list("kind", "key"))


def _readings(thing: Found) -> tuple[str, str]:
    """A thing by its title, and by its title and how it goes on."""
    return thing.title, f"{thing.title} {thing.text[:LOOKED_AT]}"


def _questions(
    municipality: Municipality, asked: list[Group], names: Iterable[str]
) -> Iterator[Match]:
    """Ask for each word, and for each two that follow each other."""
    base = (tenant(municipality.pk), kinds(*names))
    for group in asked:
        yield Match(of_each=(*base, _or_so(group)))
    for one, next_one in pairwise(asked):
        yield Match(of_each=(*base, one, next_one))


def _most_telling(asked: list[Group]) -> list[Group]:
    """The longest of some words, in their order."""
    by_length = sorted(asked, key=lambda group: -max(map(len, group)))
    longest = by_length[:WORDS]
    return [group for group in asked if group in longest][:WORDS]


def _or_so(group: Group) -> Group:
    """The words, and the beginning of long ones."""
    return group | {f"{word[:BEGINNING]}{AND_SO_ON}" for word in group if len(word) >= LONG}


def _places(matches: Iterable[Match]) -> list[list[int]]:
    """For each of some questions the places of the newest entries, all in one query."""
    vendor = connection.vendor
    asked: list[Any] = []
    arms = []
    for number, match in enumerate(matches):
        arms.append(f"SELECT {number}, place FROM ({index.PLACES[vendor]}) AS arm{number}")  # noqa: S608
        asked += [index.written(match, vendor), EACH]
    found: list[list[int]] = [[] for _ in arms]
    if arms:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(arms), asked)
            for number, place in cursor.fetchall():
                found[number].append(place)
    return found
