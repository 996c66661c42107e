"""Figures: charts drawn on the server, in shares of the width, so that words keep their size.

A chart is a plain dict: id, title, sentence, description, unit, categories, series (label, side or
tone, values; None is a small cell that is hidden), is_stacked, is_shares (each bar is a whole, and
says its parts in per cent), csv_url, source, recompute_url.
"""

import csv
import io
import math
from collections.abc import Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samskap.design.sides import side_of

Chart = Mapping[str, Any]

BAR, GAP, WORDS = 24, 14, 24  # pixels: a bar, the room below it, the line of words above it
PLOT, ABOVE, BELOW = 200, 28, 30  # pixels: the plot of a line chart, and the room around it
ROOM_FOR_A_NUMBER = 9  # per cent of the width that a number needs inside a bar
ROOM_FOR_A_SHARE = 14  # the same, for a number with its sign of per cent
TONES = ("fjord", "coral", "ok", "sun", "soft")


def shown(value: float | None) -> str:
    """Write a number as the reader does; a hidden one is an ellipsis."""
    if value is None:
        return "…"
    places = 0 if float(value).is_integer() or abs(value) >= 100 else 1
    return number_format(value, places, use_l10n=True, force_grouping=abs(value) >= 10_000)


def as_csv(chart: Chart) -> str:
    """Write a chart as a table: a row for each category, a column for each series.

    A hidden value is an empty cell.
    """
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["", *(each["label"] for each in chart["series"])])
    for at, category in enumerate(chart["categories"]):
        values = [each["values"][at] for each in chart["series"]]
        table.writerow([category, *("" if value is None else value for value in values)])
    return out.getvalue()


def colour_class(series: Mapping[str, Any], at: int) -> str:
    """Name the class that colours a series: that of its side, or a tone."""
    if series.get("side"):
        return side_of(series["side"]).key
    return f"tone-{series.get('tone') or TONES[at % len(TONES)]}"


def legend(chart: Chart) -> list[dict[str, str]]:
    """Name every series with its colour and shape."""
    return [
        {
            "label": str(series["label"]),
            "colour": colour_class(series, at),
            "shape": side_of(series["side"]).shape if series.get("side") else "square",
        }
        for at, series in enumerate(chart["series"])
    ]


def _hidden_word(chart: Chart) -> str:
    """Say what stands where a number is too small to be shown."""
    return str(chart.get("hidden_word") or _("too few to show"))


def table(chart: Chart) -> dict[str, Any]:
    """Say the same as the picture in rows and columns."""
    hidden = _hidden_word(chart)
    return {
        "columns": [str(series["label"]) for series in chart["series"]],
        "rows": [
            {
                "category": str(category),
                "values": [
                    hidden if series["values"][at] is None else shown(series["values"][at])
                    for series in chart["series"]
                ],
            }
            for at, category in enumerate(chart["categories"])
        ],
    }


def _value(series: Mapping[str, Any], at: int) -> float:
    return float(series["values"][at] or 0)


def bars(chart: Chart) -> dict[str, Any]:
    """Place every bar: stacked end to end, or one below another."""
    series, count = chart["series"], len(chart["categories"])
    is_stacked = chart.get("is_stacked", True)
    sums = [sum(_value(each, at) for each in series) for at in range(count)]
    tops = sums if is_stacked else [_value(each, at) for each in series for at in range(count)]
    is_shares = bool(chart.get("is_shares")) and is_stacked
    most = max([*tops, 0]) or 1
    hidden = _hidden_word(chart)
    lines: list[dict[str, Any]] = []
    y = 0
    for at, category in enumerate(chart["categories"]):
        is_hidden = any(each["values"][at] is None for each in series)
        # A sum beside a hidden part would give the hidden part away.
        total = "" if is_hidden or not is_stacked else shown(sums[at])
        whole = (sums[at] or 1) if is_shares else most
        line: dict[str, Any] = {"label": str(category), "total": total, "words_y": y + 16}
        y += WORDS
        line |= {"bars": [], "hidden": [], "track_y": y}
        x = 0.0
        for nth, each in enumerate(series):
            width = 100 * _value(each, at) / whole
            is_drawn = width > 0
            if each["values"][at] is None and not is_stacked:
                line["hidden"].append({"words": hidden, "y": y + 17})
            if is_drawn:
                fits = width >= (ROOM_FOR_A_SHARE if is_shares else ROOM_FOR_A_NUMBER)
                beside = not is_stacked and not fits
                number = (
                    f"{round(width)}\N{NO-BREAK SPACE}%" if is_shares else shown(each["values"][at])
                )
                line["bars"].append(
                    {
                        "x": f"{x:.2f}%",
                        "y": y,
                        "width": f"{width:.2f}%",
                        "colour": colour_class(each, nth),
                        "number": number if fits or beside else "",
                        "number_x": f"{x + (width + 1 if beside else width / 2):.2f}%",
                        "number_y": y + 17,
                        "is_beside": beside,
                    }
                )
            if is_stacked:
                x += width
            elif nth + 1 < len(series):
                y += BAR + 3
        y += BAR + GAP
        lines.append(line)
    return {"lines": lines, "height": max(y - GAP, BAR), "bar": BAR}


def round_top(most: float) -> float:
    """Find a round number not below a value, for the top of an axis."""
    if most < 1e-6:  # nothing, as far as a picture can show
        return 1
    power = 10 ** math.floor(math.log10(most))
    # The power may be a hair too small or too large for the last steps of a float.
    return float(next(step * power for step in (1, 2, 2.5, 5, 10, 20) if step * power >= most))


def lines(chart: Chart) -> dict[str, Any]:
    """Place every curve; a hidden value leaves a gap."""
    series, count = chart["series"], len(chart["categories"])
    values = [value for each in series for value in each["values"] if value is not None]
    top = round_top(max([*values, 0]))
    step = 100 / max(count - 1, 1)

    def height_of(value: float) -> float:
        return round(PLOT * (1 - value / top), 1)

    curves = []
    for nth, each in enumerate(series):
        points = [
            (round(at * step, 2), height_of(value), value)
            for at, value in enumerate(each["values"])
            if value is not None
        ]
        runs: list[list[str]] = [[]]
        for at, value in enumerate(each["values"]):
            if value is None:
                runs.append([])
            else:
                runs[-1].append(f"{round(at * step, 2)},{height_of(value)}")
        curves.append(
            {
                "label": str(each["label"]),
                "colour": colour_class(each, nth),
                "runs": [" ".join(run) for run in runs if len(run) > 1],
                "dots": [{"x": f"{x}%", "y": y + ABOVE} for x, y, _value in points],
                "last": {
                    "words": f"{each['label']} {shown(points[-1][2])}"
                    if len(series) > 1
                    else shown(points[-1][2]),
                    "x": f"{points[-1][0]}%",
                    "y": max(points[-1][1] + ABOVE - 12, 14),
                    "anchor": "end" if points[-1][0] > 90 else "middle",
                }
                if points
                else None,
            }
        )
    ends = [(0, "start"), (count - 1, "end")] if count > 1 else [(0, "start")]
    if count > 4:
        ends.insert(1, (count // 2, "middle"))
    return {
        "curves": curves,
        "top": shown(top),
        "rules": [{"y": ABOVE + PLOT * part / 4} for part in range(5)],
        "marks": [
            {
                "x": f"{round(at * step, 2)}%",
                "words": str(chart["categories"][at]),
                "anchor": anchor,
            }
            for at, anchor in ends
            if count
        ],
        "plot": PLOT,
        "above": ABOVE,
        "marks_y": ABOVE + PLOT + 20,
        "height": ABOVE + PLOT + BELOW,
    }


def shares(parts: list[tuple[str, float]]) -> list[dict[str, Any]]:
    """Lay sides end to end along one bar, with the share of each in whole per cent."""
    whole = sum(float(units) for _kind, units in parts)
    laid, x = [], 0.0
    for kind, units in parts:
        if not units:
            continue
        side, width = side_of(kind), 100 * float(units) / whole
        laid.append(
            {
                "side": side,
                "percent": round(width),
                "x": f"{x:.2f}%",
                "width": f"{width:.2f}%",
            }
        )
        x += width
    return laid
