"""What the stewards see: the pool beside the targets, what would help, how even the chances are."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.lottery import features as targets
from samskap.lottery.models import Lot, Round
from samskap.lottery.queries import counts_of


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
