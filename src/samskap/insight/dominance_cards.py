"""How the voice is shared, as the design wants it: plain words, a picture, and what helps."""

from collections.abc import Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.addresses import address
from samskap.design.figures import shown
from samskap.initiatives.models import Initiative
from samskap.kernels.dominance import LEAST_PERSONS, LEAST_UNITS, Judgement
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.negotiations.queries.negotiations import negotiations_of

MOST_BARS = 12  # organisations and interests in the picture; the rest are one bar
TELLS_NAMES = 0.40  # of the voice, from which one alone is said to dominate

Written = Mapping[str, Any]


def dominance_card(written: Written, initiative: Initiative) -> dict[str, Any]:
    """Say whether one voice dominates, with the picture and what helps.

    written  the document of `kernels.dominance_document`
    """
    says = written["published"]
    is_judged = says["judgement"] != Judgement.TOO_LITTLE
    hides = written["alone"] is None
    return {
        "says": sentences_of(says),
        "chart": chart_of(written, initiative) if is_judged else None,
        "numbers": numbers_of(written, hides=hides) if is_judged else [],
        "helps": helps_of(says, initiative),
        "formula": formula_of(says) if is_judged else "",
        "file_url": address("insight:dominance", initiative.slug),
    }


def sentences_of(says: Written) -> list[str]:
    """Say it in plain sentences, what matters most first."""
    judgement = says["judgement"]
    if judgement == Judgement.TOO_LITTLE:
        return [
            _(
                "Too little has been said to judge. It takes {units} units of voice from {persons}"
                " people."
            ).format(units=LEAST_UNITS, persons=LEAST_PERSONS)
        ]
    said = [_first_of_few(says) if says["top"] is None else _first(says)]
    for skew in says["skews"]:
        told = {"who": _whose(skew["key"])}
        if skew["lift"] is None:
            said.append(_("Taken in more than others: {who}.").format(**told))
            continue
        words = _(
            "Taken in more than others: {who}, {lift} times as often as the share of the people"
            " would give."
        )
        said.append(words.format(**told, lift=number_format(skew["lift"], 1)))
    if says["campaign"]:
        said.append(
            _(
                "{share} of the proposals and statements say nearly the same. A campaign is a legal"
                " way to speak up together."
            ).format(share=percent(says["duplicates"]))
        )
    if says["top"] is None:
        said.append(
            _(
                "Fewer than five people speak for themselves. Shares of the whole are not shown, as"
                " they would tell what these few said."
            )
        )
    return said


def _first(says: Written) -> str:
    """Say how the voice is shared, and whose part is the largest."""
    judgement = says["judgement"]
    told = {"who": _whose(says["top_key"]), "share": percent(says["top"])}
    if judgement == Judgement.OK:
        first = _("No voice dominates. The largest is {who}, with {share} of what was said.")
    elif judgement == Judgement.WATCH:
        first = _("A large part comes from few. The largest is {who}, with {share} of it.")
    elif says["top"] >= TELLS_NAMES:
        first = _("One voice dominates: {who}, with {share} of what was said.")
    else:
        first = _("A few voices dominate. The largest is {who}, with {share} of what was said.")
    return first.format(**told)


def _first_of_few(says: Written) -> str:
    """Say how the voice is shared without any figure, and name none of the few."""
    if says["judgement"] == Judgement.OK:
        first = _("No voice dominates.")
    elif says["judgement"] == Judgement.WATCH:
        first = _("A large part comes from few.")
    else:
        first = _("One voice or a few dominate.")
    if not says["top_key"]:
        return first
    return f"{first} {_('The largest is {who}.').format(who=says['top_key'])}"


def numbers_of(written: Written, *, hides: bool = False) -> list[dict[str, str]]:
    """The figures behind it, with what each rests on.

    hides  whether fewer than five speak for themselves: then no share of the whole is told
    """
    says = written["published"]
    numbers = []
    if not hides:
        people = ngettext("of {n} person", "of {n} people", written["persons"])
        numbers += [
            {
                "label": _("the largest voice"),
                "value": percent(says["top"]),
                "note": people.format(n=written["persons"]),
            },
            {
                "label": _("said by people who speak for themselves"),
                "value": percent(says["undeclared"]),
                "note": _("of {n} units of voice").format(n=shown(says["units"])),
            },
        ]
    if says["duplicates"] is not None:
        texts = ngettext("of {n} text", "of {n} texts", written["statements"])
        numbers.append(
            {
                "label": _("nearly the same as another text"),
                "value": percent(says["duplicates"]),
                "note": texts.format(n=written["statements"]),
            }
        )
    return numbers


def helps_of(says: Written, initiative: Initiative) -> list[dict[str, str]]:
    """What helps; nothing where the voices are in balance."""
    helps = []
    if says["judgement"] in (Judgement.WATCH, Judgement.DOMINATED):
        helps += [
            {"words": _("Invite those who are missing."), "url": _missing(initiative)},
            {
                "words": _(
                    "Let those speak first who have not spoken yet, or draw the order. The list of"
                    " speakers at a meeting helps with it."
                )
            },
            {
                "words": _(
                    "Think alone, then in groups, then all together. So every proposal is on the"
                    " table before anybody speaks for theirs."
                )
            },
        ]
    if says["skews"]:
        helps.append(
            {
                "words": _(
                    "Before the next decision, look again at what others proposed, and say why it"
                    " was not taken in."
                )
            }
        )
    if says["campaign"]:
        helps.append(
            {
                "words": _(
                    "Answer what they share once, for all of them, and ask each what matters most."
                )
            }
        )
    return helps


def _missing(initiative: Initiative) -> str:
    """The map of who is missing, where the initiative has a table; else nothing."""
    has_map = negotiations_of(initiative)
    return address("negotiations:map", initiative.slug) if has_map else ""


def formula_of(says: Written) -> str:
    """The two figures for those who want them, where they tell of nobody, and the formula."""
    if says["h"] is None:
        return _("Formula: {formula}.").format(formula=says["formula"])
    return _("H {h}, H* {spread}. Formula: {formula}.").format(
        h=number_format(says["h"], 2),
        spread=number_format(says["h_star"], 2),
        formula=says["formula"],
    )


def chart_of(written: Written, initiative: Initiative) -> dict[str, Any]:
    """Who said how much: organisations and interests by size, then people, all as one bar.

    Where fewer than five speak for themselves, the others stand to each other alone.
    """
    alone = written["alone"]
    label, whole = _("Share of what was said"), written["published"]["units"]
    if alone is None:
        label = _("Share of what organisations and interests said")
        whole = sum(each["units"] for each in written["units"])
    units = sorted(written["units"], key=lambda each: (-each["units"], each["key"]))
    bars: list[tuple[str, float | None]] = [
        (each["key"], each["units"]) for each in units[:MOST_BARS] if each["units"]
    ]
    if more := units[MOST_BARS:]:
        named = ngettext("{n} other organisation", "{n} other organisations", len(more))
        bars.append((named.format(n=len(more)), sum(each["units"] for each in more)))
    if alone is None:
        bars.append((_("People for themselves"), None))
    elif alone["persons"] >= SMALLEST_SHOWN:
        named = _("For themselves: {n} people").format(n=alone["persons"])
        bars.append((named, alone["units"]))
    return {
        "id": "dominance",
        "title": _("Who said how much"),
        "description": _(
            "A proposal, a statement or a draft is one unit of voice, a comment a fifth, and so is"
            " a minute on the list of speakers. Nobody’s voice counts less because of this."
        ),
        "unit": "%",
        "categories": [name for name, _units in bars],
        "series": [
            {
                "label": label,
                "tone": "fjord",
                "values": [None if n is None else round(100 * n / whole, 1) for _name, n in bars],
            }
        ],
        "is_stacked": False,
        "csv_url": address("insight:dominance_csv", initiative.slug),
        "recompute_url": address("insight:dominance", initiative.slug) if alone else "",
    }


def percent(share: float) -> str:
    """A share in hundredths."""
    return f"{round(100 * share)}\N{NO-BREAK SPACE}%"


def _whose(key: str) -> str:
    """Name a unit; a person is never named."""
    return key or _("one person")
