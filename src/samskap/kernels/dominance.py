"""Whether one interest has most of the voice in an initiative.

- *voice*: what somebody said, in units: a statement, a proposal or a draft is one, a comment a
  fifth, and so are a minute's words at a meeting
- *unit*: those who speak for one organisation or one declared interest; whoever speaks for nobody
  else is a unit of their own

What comes out is shown, and asks for balance. It never makes a voice count less.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from samskap.kernels.errors import ImpossibleCounts, NegativeCount
from samskap.kernels.ladder.numbers import Number, exact
from samskap.kernels.shingles import near_duplicates

FORMULA = "dominance 1.0"

UNITS_EACH: Mapping[str, Fraction] = MappingProxyType(
    {
        "statement": Fraction(1),
        "proposal": Fraction(1),
        "draft": Fraction(1),
        "comment": Fraction(1, 5),
        "minute": Fraction(1, 5),  # of speaking
    }
)
LEAST_UNITS = 20
LEAST_PERSONS = 10
WATCH_TOP, DOMINATED_TOP = Fraction(1, 4), Fraction(2, 5)
WATCH_SPREAD, DOMINATED_SPREAD = Fraction(3, 20), Fraction(1, 4)
SKEWED_LIFT = 2
SKEWED_ITEMS = 5  # adopted items of the unit itself
CAMPAIGN = Fraction(3, 10)


class Judgement(StrEnum):
    """What the shares of the voice say."""

    TOO_LITTLE = "too_little"
    OK = "ok"
    WATCH = "watch"
    DOMINATED = "dominated"


@dataclass(frozen=True, slots=True)
class Voice:
    """What one person said in one name.

    person   tells people apart; it names nobody
    units    of voice, not below zero
    unit     whom they speak for: an organisation or a declared interest; "" for nobody else
    adopted  how many items that they gave in that name were adopted
    """

    person: str
    units: Number
    unit: str = ""
    adopted: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """Those who speak for one organisation or interest.

    key      tells the units apart
    units    of voice
    persons  who spoke for it
    adopted  items of theirs that were adopted
    """

    key: str
    units: Fraction
    persons: int
    adopted: int = 0


@dataclass(frozen=True, slots=True)
class Alone:
    """Those who speak for nobody but themselves, each a unit; only sums, so nobody is told apart.

    squares       the sum of each one’s units squared
    largest       units of whoever said most
    most_adopted  items of whoever had most adopted
    """

    persons: int = 0
    units: Fraction = Fraction(0)
    squares: Fraction = Fraction(0)
    largest: Fraction = Fraction(0)
    adopted: int = 0
    most_adopted: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """All that the formula reads.

    units       organisations and declared interests, in any order
    persons     everybody who spoke, each once; somebody may speak in two names
    statements  texts that were held against each other
    alike       how many of them say nearly the same as another
    """

    units: tuple[Unit, ...] = ()
    alone: Alone = Alone()
    persons: int = 0
    statements: int = 0
    alike: int = 0


@dataclass(frozen=True, slots=True)
class Skew:
    """A unit that is taken in more than others.

    key   "" for one person
    lift  how many times its share of the adopted items is its share of the people
    """

    key: str
    lift: Fraction


@dataclass(frozen=True, slots=True)
class Dominance:
    """How the voice is shared; exact fractions, None where there is too little to judge.

    concentration  H: the sum of squared shares, above 0 … 1; 1 is one unit alone
    spread         H*: the same from 0, all equal, to 1, however many units there are
    top            the largest share, above 0 … 1
    top_key        whose it is; "" for one person
    undeclared     share of the voice of those who speak for nobody but themselves
    duplicates     share of the statements that say nearly the same as another; None of none
    skews          units that are taken in far more than others, the most first
    """

    judgement: Judgement
    units: Fraction
    persons: int
    speakers: int
    concentration: Fraction | None = None
    spread: Fraction | None = None
    top: Fraction | None = None
    top_key: str = ""
    undeclared: Fraction | None = None
    duplicates: Fraction | None = None
    skews: tuple[Skew, ...] = ()
    is_campaign: bool = False
    version: str = FORMULA


def dominance(counted: Tally) -> Dominance:
    """Judge whether one interest has most of the voice.

    With s the share of each unit in the voice and n units: H = Σ s², H* = (H - 1/n) / (1 - 1/n),
    top = the largest s. Watch: top from 0.25 or H* from 0.15. Dominated: top from 0.40 or H* from
    0.25. Skew: a unit with five adopted items or more, whose share of the adopted items is twice
    its share of the people. Campaign: 0.30 of the statements say nearly the same. Nothing is judged
    below 20 units or 10 persons. One unit alone has H* = 1. Of two that have as much to say, an
    organisation comes before one person, and the first by name before the second.

    The five items are of the unit itself: with ten people and five items, whoever gave a single
    one would have twice their share.

    Raises NegativeCount or ImpossibleCounts for counts that cannot be.

    Source: domain 4.3. H is the index of Herfindahl and Hirschman; 0.15 and 0.25 echo the
    convention for concentrated markets (U.S. Department of Justice and Federal Trade Commission,
    Horizontal Merger Guidelines, 2010, § 5.3).
    """
    _must_be_possible(counted)
    alone = counted.alone
    speaking = sorted((u for u in counted.units if u.units), key=lambda u: (-u.units, u.key))
    whole = sum((u.units for u in speaking), start=alone.units)
    speakers = len(speaking) + alone.persons
    if whole < LEAST_UNITS or counted.persons < LEAST_PERSONS:
        return Dominance(Judgement.TOO_LITTLE, whole, counted.persons, speakers)

    squares = sum((u.units**2 for u in speaking), start=alone.squares)
    first = speaking[0] if speaking and speaking[0].units >= alone.largest else None
    concentration = squares / whole**2
    top = (first.units if first else alone.largest) / whole
    spread = spread_of(concentration, speakers)
    duplicates = Fraction(counted.alike, counted.statements) if counted.statements else None
    return Dominance(
        judgement=judgement_of(top, spread),
        units=whole,
        persons=counted.persons,
        speakers=speakers,
        concentration=concentration,
        spread=spread,
        top=top,
        top_key=first.key if first else "",
        undeclared=alone.units / whole,
        duplicates=duplicates,
        skews=_skews(counted),
        is_campaign=duplicates is not None and duplicates >= CAMPAIGN,
    )


def spread_of(concentration: Fraction, speakers: int) -> Fraction:
    """Put H on a scale from 0, all equal, to 1: H* = (H - 1/n) / (1 - 1/n); 1 for one alone."""
    if speakers < 2:
        return Fraction(1)
    equal = Fraction(1, speakers)
    return (concentration - equal) / (1 - equal)


def judgement_of(top: Fraction, spread: Fraction) -> Judgement:
    """Name what the largest share and H* say together."""
    if top >= DOMINATED_TOP or spread >= DOMINATED_SPREAD:
        return Judgement.DOMINATED
    if top >= WATCH_TOP or spread >= WATCH_SPREAD:
        return Judgement.WATCH
    return Judgement.OK


def tally(voices: Iterable[Voice], statements: Sequence[str] = ()) -> Tally:
    """Count voices by unit, and statements that say nearly the same; the order never matters.

    A person may come several times, and in several names; in each they speak for that unit.
    Whoever said nothing is left out.

    statements  texts as they were written; nearly the same from 0.8 of shared five-word shingles

    Raises NegativeCount for units or items below zero.
    """
    said: defaultdict[tuple[str, str], Fraction] = defaultdict(Fraction)
    adopted: Counter[tuple[str, str]] = Counter()
    for voice in voices:
        said[voice.unit, voice.person] += _not_below_zero(voice)
        adopted[voice.unit, voice.person] += voice.adopted
    names_of: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(name for name, units in said.items() if units):
        names_of[name[0]].append(name)
    own = names_of.pop("", [])
    units = [
        Unit(
            key=key,
            units=sum((said[name] for name in names), start=Fraction(0)),
            persons=len(names),
            adopted=sum(adopted[name] for name in names),
        )
        for key, names in names_of.items()
    ]
    return Tally(
        units=tuple(units),
        alone=Alone(
            persons=len(own),
            units=sum((said[name] for name in own), start=Fraction(0)),
            squares=sum((said[name] ** 2 for name in own), start=Fraction(0)),
            largest=max((said[name] for name in own), default=Fraction(0)),
            adopted=sum(adopted[name] for name in own),
            most_adopted=max((adopted[name] for name in own), default=0),
        ),
        persons=len({person for (_unit, person), units in said.items() if units}),
        statements=len(statements),
        alike=sum(len(group) for group in near_duplicates(statements)),
    )


def _skews(counted: Tally) -> tuple[Skew, ...]:
    """Find the units that are taken in far more than others."""
    items = sum(unit.adopted for unit in counted.units) + counted.alone.adopted
    tried = [(unit.key, unit.adopted, unit.persons) for unit in counted.units]
    tried.append(("", counted.alone.most_adopted, 1))
    found = [
        Skew(key, Fraction(adopted, items) / Fraction(persons, counted.persons))
        for key, adopted, persons in tried
        if adopted >= SKEWED_ITEMS and persons
    ]
    found.sort(key=lambda skew: (-skew.lift, skew.key))
    return tuple(skew for skew in found if skew.lift >= SKEWED_LIFT)


def _not_below_zero(voice: Voice) -> Fraction:
    """Read the units of a voice."""
    units = exact(voice.units)
    if units < 0 or voice.adopted < 0:
        raise NegativeCount(f"{voice.units} units, {voice.adopted} adopted items")
    return units


def _must_be_possible(counted: Tally) -> None:
    """Refuse counts that contradict each other."""
    alone = counted.alone
    if counted.alike > counted.statements:
        raise ImpossibleCounts(f"{counted.alike} alike of {counted.statements} statements")
    if alone.largest > alone.units or alone.most_adopted > alone.adopted:
        raise ImpossibleCounts("one who speaks for themselves has more than all of them")
    if not alone.largest * alone.units >= alone.squares >= alone.largest**2:
        raise ImpossibleCounts("the squares of those who speak for themselves do not fit")
    named = [unit.persons for unit in counted.units]
    if not max([alone.persons, *named]) <= counted.persons <= sum(named) + alone.persons:
        raise ImpossibleCounts(f"{counted.persons} persons do not fit those of the units")
