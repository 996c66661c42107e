"""Lots as the design wants them: plain words, ready to show."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.text import plain
from samskap.kernels.suppression import hide_small
from samskap.lottery import features as targets
from samskap.lottery.features import Feature, Value
from samskap.lottery.models import Entrant, Lot, Round, State, Step
from samskap.lottery.queries import Drawn, counts_of

# State → which of the four steps people are at; after the last one all are done.
AT: dict[str, int] = {
    State.OPEN: 0,
    State.CLOSED: 1,
    State.REPLACING: 1,
    State.PLANNED: 2,
    State.COMMITTED: 3,
    State.DRAWN: 4,
}


def tile_of(lot: Lot) -> dict[str, Any]:
    """One lot in a list."""
    return {
        "title": lot.title,
        "url": lot.get_absolute_url(),
        "lang": lot.language,
        "eyebrow": lot.get_state_display(),
        "text": plain(lot.about, 160),
        "note": " · ".join([seats_in_words(lot.size), lot.initiative.title]),
    }


def seats_in_words(size: int) -> str:
    """Say how many are drawn."""
    said = ngettext("{n} person is drawn", "{n} people are drawn", size)
    return said.format(n=size)


def phases_of(lot: Lot) -> list[dict[str, str]]:
    """The way of a lot from the first yes to the panel, and where it stands."""
    steps = (
        (_("Gather the pool"), _("People say yes to being drawn.")),
        (_("Number the panels"), _("About a thousand panels are worked out.")),
        (_("Seal the panels"), _("Nobody can change them any more.")),
        (_("Draw the panel"), _("Dice or a public lottery decide the number.")),
    )
    at = AT[lot.state]
    return [
        {
            "title": title,
            "note": note,
            "state": "done" if place < at else ("now" if place == at else "next"),
        }
        for place, (title, note) in enumerate(steps)
    ]


def facts_of(lot: Lot) -> list[tuple[str, str]]:
    """What a lot says of itself, in short."""
    found = [
        (_("How many"), seats_in_words(lot.size)),
        (_("Who can be drawn"), lot.get_pool_display()),
        (_("Chances"), lot.get_way_display()),
    ]
    if lot.closes_on and lot.state == State.OPEN:
        found.append((_("Last day to say yes"), date_format(lot.closes_on)))
    if lot.one_per_household:
        found.append((_("Households"), _("At most one person of each is drawn.")))
    if lot.pause_months:
        words = ngettext(
            "Those who were drawn or invited in the last {n} month are left out.",
            "Those who were drawn or invited in the last {n} months are left out.",
            lot.pause_months,
        )
        found.append((_("Room for others"), words.format(n=lot.pause_months)))
    return found


def targets_of(lot: Lot) -> list[dict[str, Any]]:
    """The targets as rows: value, share of the population, at least and at most."""
    return [
        {
            "title": feature.title,
            "rows": [
                {
                    "title": value.title,
                    "share": share_of(value.persons, feature),
                    "least": value.least,
                    "most": value.most,
                }
                for value in feature.values
            ],
        }
        for feature in targets.read(lot.features)
    ]


def share_of(persons: int | None, feature: Feature) -> str:
    """A group’s share of the population, where it is known."""
    total = sum(value.persons or 0 for value in feature.values)
    return f"{100 * persons / total:.0f} %" if persons is not None and total else ""


def steps_of(lot: Lot) -> list[dict[str, Any]]:
    """What was done, when, by whom and why, the latest first."""
    steps = lot.steps.select_related("by").order_by("-at", "-pk")[:40]
    return [
        {
            "at": step.at,
            "title": step.get_what_display(),
            "text": step.reason or seed_in_words(step),
            "who": step.by.shown_name if step.by else "",
        }
        for step in steps
    ]


def seed_in_words(step: Step) -> str:
    """What the log says of a random invitation, so that it can be done again."""
    if step.what != Step.What.INVITED:
        return ""
    said = ngettext(
        "{n} of {of} on the list. Seed: {seed}", "{n} of {of} on the list. Seed: {seed}",
        step.facts["invited"],
    )  # fmt: skip
    return said.format(n=step.facts["invited"], of=step.facts["of"], seed=step.facts["seed"])


@dataclass(frozen=True, kw_only=True)
class Own:
    """What one entrant alone sees of themselves."""

    entrant: Entrant
    status: str
    chance: str
    can_leave: bool


def own_of(entrant: Entrant | None) -> Own | None:
    """What one entrant alone sees: their chance before the draw, and what came of it."""
    if entrant is None:
        return None
    lot = entrant.lot
    if entrant.left_at:
        status = _("You have left. Nothing more is asked of you.")
    elif entrant.drawn_in_id:
        status = _("You were drawn.")
    elif lot.state == State.DRAWN:
        status = _("You were not drawn. You may still be if somebody leaves.")
    else:
        status = _("You can be drawn.")
    waits = lot.state in (State.PLANNED, State.COMMITTED) and not entrant.drawn_in_id
    return Own(
        entrant=entrant,
        status=status,
        chance=chance_in_words(entrant.chance)
        if waits and entrant.chance is not None and not entrant.left_at
        else "",
        can_leave=entrant.left_at is None,
    )


def chance_in_words(chance: float) -> str:
    """Say a chance so that it can be imagined."""
    words = ngettext(
        "If it were drawn a hundred times, you would be in the panel about {n} time: your chance is"
        " {percent} %.",
        "If it were drawn a hundred times, you would be in the panel about {n} times: your chance"
        " is {percent} %.",
        round(100 * chance),
    )
    return words.format(n=round(100 * chance), percent=number_format(100 * chance, 1))


def pool_of(lot: Lot) -> list[dict[str, Any]]:
    """How many said yes with each value, beside its target; for the stewards."""
    counts = counts_of(lot)
    return [
        {
            "title": feature.title,
            "rows": [
                {
                    "title": value.title,
                    "count": counts[feature.title][value.title],
                    "least": value.least,
                    "most": value.most,
                    "is_short": counts[feature.title][value.title] < value.least,
                }
                for value in feature.values
            ],
        }
        for feature in targets.read(lot.features)
    ]


def relaxation_of(round_: Round | None) -> list[str]:
    """The smallest widening of the targets that works, in whole sentences."""
    return [sentence_of(change) for change in (round_.relaxation if round_ else [])]


def sentence_of(change: dict[str, Any]) -> str:
    """Say one change of a target."""
    quota = change["quota"]
    facts = {
        "feature": quota["feature"],
        "value": quota["value"],
        "was_least": quota["least"],
        "was_most": quota["most"],
        "least": change["least"],
        "most": change["most"],
    }
    if change["least"] < quota["least"] and change["most"] > quota["most"]:
        words = _(
            "“{value}” ({feature}): let from {least} to {most} be enough, instead of {was_least} to"
            " {was_most}."
        )
    elif change["least"] < quota["least"]:
        words = _("“{value}” ({feature}): let {least} be enough, instead of at least {was_least}.")
    else:
        words = _("“{value}” ({feature}): let up to {most} be drawn, instead of {was_most}.")
    return words.format(**facts)


def chances_of(round_: Round | None) -> list[dict[str, str]]:
    """How even the chances are, as large figures; never whose they are."""
    if round_ is None or "least" not in round_.figures:
        return []
    figures = round_.figures
    return [
        {
            "value": percent(figures["least"]),
            "label": _("smallest chance"),
            "note": none_in_words(figures),
        },
        {"value": percent(figures["most"]), "label": _("largest chance"), "note": ""},
        {
            "value": percent(figures["bound"]),
            "label": _("more is not possible"),
            "note": _("No panels that keep the targets could give everybody a larger one."),
        },
    ]


def none_in_words(figures: dict[str, Any]) -> str:
    """Say how many nobody can draw within these targets, where there are some."""
    none = figures.get("without", 0)
    if not none:
        return ""
    said = ngettext(
        "{n} person cannot be drawn within these targets.",
        "{n} people cannot be drawn within these targets.",
        none,
    )
    return said.format(n=none)


def percent(share: float) -> str:
    """Write a share in per cent."""
    return f"{number_format(100 * share, 1)} %"


def charts_of(lot: Lot, drawn: Drawn) -> list[dict[str, Any]]:
    """The population, those who said yes, and the panel, side by side; small cells are hidden."""
    said_yes = list(lot.entrants.values_list("features", flat=True))
    panel = [each.features for each in drawn.panel]
    if not all(panel) or not any(said_yes):
        return []  # the answers are gone, as they must be after a time
    return [
        chart_of(lot, number, feature, [each for each in said_yes if each], panel)
        for number, feature in enumerate(targets.read(lot.features))
    ]


def chart_of(
    lot: Lot, number: int, feature: Feature, said_yes: list[Any], panel: list[Any]
) -> dict[str, Any]:
    """One feature as bars, in per cent of those whose group is told apart."""
    values = told_apart(feature)
    series = [
        {"label": _("Said yes"), "tone": "soft", "values": shares(feature, values, said_yes)},
        {"label": _("Panel"), "tone": "fjord", "values": shares(feature, values, panel)},
    ]
    total = sum(value.persons or 0 for value in values)
    if total:
        population = [in_fives((value.persons or 0) / total) for value in values]
        series.insert(0, {"label": _("Population"), "tone": "sun", "values": population})
    return {
        "id": f"lot-{lot.pk}-{number}",
        "title": feature.title,
        "unit": _("per cent"),
        "sentence": "",
        "categories": [value.title for value in values],
        "series": series,
        "is_stacked": False,
    }


def told_apart(feature: Feature) -> list[Value]:
    """The values to show: without those whom no population counts, where others are counted.

    Whoever would rather not say their sex is so few that hiding them would hide another group too.
    """
    counted = [value for value in feature.values if value.persons is not None]
    return counted or list(feature.values)


def shares(feature: Feature, values: list[Value], people: list[Any]) -> list[int | None]:
    """The share of each value among some people, in per cent; None where it is too small."""
    counts = Counter(each.get(feature.title) for each in people)
    shown = hide_small(
        {value.title: counts[value.title] for value in values}, sensitive=feature.is_own
    )
    total = sum(counts[value.title] for value in values)
    return [
        None if (count := shown.count_of[value.title]) is None else in_fives(count / total)
        for value in values
    ]


def in_fives(share: float) -> int:
    """A share in steps of five per cent: the rest of a small panel cannot be worked out from it."""
    return 5 * round(20 * share)
