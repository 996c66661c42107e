"""The population, those who said yes, and the panel, side by side; small cells are hidden."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _

from samskap.kernels.suppression import hide_small
from samskap.lottery import features as targets
from samskap.lottery.features import Feature, Value
from samskap.lottery.models import Lot
from samskap.lottery.queries import Drawn


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
