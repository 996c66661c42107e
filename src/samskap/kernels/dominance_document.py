"""The published file of how the voice is shared: writing it, and judging again from it.

Format “samskap-dominance/1”, one JSON object. Keys not named here may stand beside and are not
read.

    format      "samskap-dominance/1"
    units       organisations and declared interests, each {key, units, persons, adopted}
    alone       those who speak for nobody but themselves, together: {persons, units, squares,
                largest, adopted, most_adopted}; null where they are fewer than five
    persons     everybody who spoke, each once
    statements  how many texts were held against each other
    alike       how many of them say nearly the same as another
    published   {formula, judgement, units, speakers, h, h_star, top, top_key, undeclared,
                duplicates, skews, campaign}

Units of voice are numbers, or decimals as text.

Where fewer than five people speak for themselves, what they said would tell about a person. It
would also come out as a difference: all units less those of the organisations, or H less their
squares. So whatever holds the few and others together is null too: persons, and of what is
published units, speakers, h, h_star, top, undeclared, the lift of each skew, and top_key where it
is one of the few. The judgement stays, and the units stand to each other as before.

Source: domain 2.4 no. 3 and 4.2 (cells below five persons); hiding what would give a hidden cell
as a difference is the secondary suppression of Hundepool et al. (2012), “Statistical Disclosure
Control”, ch. 4, as in `suppression`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from samskap.kernels.dominance import FORMULA, Alone, Dominance, Judgement, Tally, Unit, dominance
from samskap.kernels.errors import WrongDocument
from samskap.kernels.ladder.numbers import exact, rounded
from samskap.kernels.ladder.reading import Reader
from samskap.kernels.suppression import SMALLEST_SHOWN

FORMAT = "samskap-dominance/1"
DECIMALS = 4
TELL_OF_FEW = ("units", "speakers", "h", "h_star", "top", "undeclared")


@dataclass(frozen=True, slots=True)
class Recounted:
    """What a file gives when it is counted again, and whether that is what was published."""

    found: Dominance
    holds: bool


def as_document(counted: Tally) -> dict[str, Any]:
    """Write what was counted, and what it says."""
    alone = counted.alone
    is_few = 0 < alone.persons < SMALLEST_SHOWN
    document = {
        "format": FORMAT,
        "units": [
            {
                "key": unit.key,
                "units": float(unit.units),
                "persons": unit.persons,
                "adopted": unit.adopted,
            }
            for unit in sorted(counted.units, key=lambda unit: unit.key)
        ],
        "alone": None
        if is_few
        else {
            "persons": alone.persons,
            "units": float(alone.units),
            "squares": float(alone.squares),
            "largest": float(alone.largest),
            "adopted": alone.adopted,
            "most_adopted": alone.most_adopted,
        },
        "persons": counted.persons,
        "statements": counted.statements,
        "alike": counted.alike,
        "published": published(dominance(counted)),
    }
    return without_few(document)


def without_few(document: dict[str, Any]) -> dict[str, Any]:
    """Hide all from which one could work out what fewer than five people said.

    A file in which more speak for themselves, or nobody does, stays as it is; so does one from
    which it is hidden already.
    """
    if document["alone"] is not None:
        return document
    says = document["published"]
    skews = [{"key": skew["key"], "lift": None} for skew in says["skews"] if skew["key"]]
    bare = says | dict.fromkeys(TELL_OF_FEW) | {"top_key": says["top_key"] or None, "skews": skews}
    return document | {"persons": None, "published": bare}


def published(found: Dominance) -> dict[str, Any]:
    """Write figures as they are published, to four decimals."""
    return {
        "formula": found.version,
        "judgement": found.judgement.value,
        "units": float(found.units),
        "speakers": found.speakers,
        "h": _shown(found.concentration),
        "h_star": _shown(found.spread),
        "top": _shown(found.top),
        "top_key": found.top_key,
        "undeclared": _shown(found.undeclared),
        "duplicates": _shown(found.duplicates),
        "skews": [{"key": skew.key, "lift": _shown(skew.lift)} for skew in found.skews],
        "campaign": found.is_campaign,
    }


def recompute(document: object) -> Recounted:
    """Judge again from a published file, and compare with what was published.

    Raises WrongDocument, which names the place in the document and what should stand there, or
    another KernelError when what stands there cannot be counted.
    """
    told = Reader("", document)
    told.one_of("format", FORMAT)
    if told.has("alone") and told.content["alone"] is None:
        raise WrongDocument(
            "fewer than five people speak for themselves, so what they said is not in the file,"
            " and nobody can count it again"
        )
    found = dominance(tally_from(told))
    return Recounted(found, dict(told.object("published").content) == published(found))


def tally_from(told: Reader) -> Tally:
    """Read what was counted."""
    alone = told.object("alone")
    return Tally(
        units=tuple(
            Unit(
                key=unit.text("key"),
                units=exact(unit.number("units")),
                persons=unit.whole_number("persons"),
                adopted=unit.whole_number("adopted"),
            )
            for unit in told.objects("units")
        ),
        alone=Alone(
            persons=alone.whole_number("persons"),
            adopted=alone.whole_number("adopted"),
            most_adopted=alone.whole_number("most_adopted"),
            **{name: exact(alone.number(name)) for name in ("units", "squares", "largest")},
        ),
        persons=told.whole_number("persons"),
        statements=told.whole_number("statements"),
        alike=told.whole_number("alike"),
    )


SAYS: Mapping[Judgement, str] = {
    Judgement.TOO_LITTLE: "Too little has been said to judge: below 20 units, or 10 persons",
    Judgement.OK: "No interest dominates",
    Judgement.WATCH: "Keep an eye on it: much of the voice is in few hands",
    Judgement.DOMINATED: "One interest dominates",
}


def describe(recounted: Recounted) -> str:
    """Say what came out, line by line."""
    found = recounted.found
    lines = [
        SAYS[found.judgement],
        f"Formula {FORMULA}: {float(found.units):g} units, {found.persons} persons,"
        f" {found.speakers} units of interest",
    ]
    if found.top is not None:
        lines += [
            f"H {_shown(found.concentration)}, H* {_shown(found.spread)}",
            f"The largest share is {_shown(found.top)}: {found.top_key or 'one person'}",
            f"Without a declared interest: {_shown(found.undeclared)} of the voice",
        ]
    lines += [
        f"Taken in {_shown(skew.lift)} times as much as its share of the people:"
        f" {skew.key or 'one person'}"
        for skew in found.skews
    ]
    if found.is_campaign:
        lines.append(f"A campaign: {_shown(found.duplicates)} of the statements are nearly alike")
    lines.append("As published" if recounted.holds else "NOT as published")
    return "\n".join(lines)


def _shown(figure: Fraction | None) -> float | None:
    """A figure to four decimals; none where there is none."""
    return None if figure is None else rounded(figure, DECIMALS)
