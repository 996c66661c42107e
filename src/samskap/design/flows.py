"""A flow (Sankey diagram): how many of what came in went which way, stage below stage.

It runs from the top down and is drawn in shares of the width, so that it reads on a phone as on a
wall, and words keep their size. A flow is a plain dict:

id, title, sentence, description, unit, csv_url, source
stages   list of dicts: title, parts (key, label, value, tone or side), from the top
links    list of (key of a part, key of a part in the next stage, value)
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from samskap.design.figures import ROOM_FOR_A_NUMBER, colour_class, shown

Flow = Mapping[str, Any]

WORDS, BAR, RIBBON = 46, 26, 30  # pixels: two lines above a bar, a bar, the room below it
GAP = 1.5  # per cent of the width between two parts


def as_chart(flow: Flow) -> dict[str, Any]:
    """Say a flow as a chart of one series, for its table and its file: a row for each link."""
    label_of = {part["key"]: str(part["label"]) for part in _parts(flow)}
    return {
        **flow,
        "categories": [
            _("%(from)s → %(to)s") % {"from": label_of[start], "to": label_of[end]}
            for start, end, _value in flow["links"]
        ],
        "series": [
            {
                "label": flow.get("unit") or _("number"),
                "values": [value for _start, _end, value in flow["links"]],
            }
        ],
    }


def _parts(flow: Flow) -> list[Mapping[str, Any]]:
    """Every part of every stage."""
    return [part for stage in flow["stages"] for part in stage["parts"]]


def lay_out(flow: Flow) -> dict[str, Any]:
    """Place every stage and every ribbon.

    The widest stage takes the whole width; a part of nothing takes none. A ribbon is as wide at
    both ends as what flows through it.
    """
    scale, placed, stages, y = _scale(flow), {}, [], 0
    for stage in flow["stages"]:
        x, bars = 0.0, []
        for at, part in enumerate(each for each in stage["parts"] if each["value"]):
            width = scale * part["value"]
            bar = {
                "x": x,
                "width": width,
                "colour": colour_class(part, at),
                "number": shown(part["value"]) if width >= ROOM_FOR_A_NUMBER else "",
                "middle": x + width / 2,
            }
            placed[part["key"]] = {"x": x, "width": width, "out": x, "in": x, "y": y + WORDS}
            bars.append(bar)
            x += width + GAP
        words = " · ".join(f"{part['label']} {shown(part['value'])}" for part in stage["parts"])
        stages.append(
            {
                "title": str(stage["title"]),
                "words": words,
                "title_y": y + 15,
                "words_y": y + 35,
                "y": y + WORDS,
                "bars": bars,
            }
        )
        y += WORDS + BAR + RIBBON
    return {
        "stages": stages,
        "ribbons": _ribbons(flow, placed, scale),
        "bar": BAR,
        "between": RIBBON + WORDS,
        "height": max(y - RIBBON, BAR),
    }


def _scale(flow: Flow) -> float:
    """How many per cent of the width one piece takes, with room for the gaps."""
    scales = []
    for stage in flow["stages"]:
        values = [part["value"] for part in stage["parts"] if part["value"]]
        if values:
            scales.append((100 - GAP * (len(values) - 1)) / sum(values))
    return min(scales, default=0.0)


def _ribbons(flow: Flow, placed: dict[str, dict[str, float]], scale: float) -> list[dict[str, Any]]:
    """Draw each link as a ribbon between two bars; links leave and arrive side by side."""
    ribbons = []
    for start, end, value in flow["links"]:
        if not value or start not in placed or end not in placed:
            continue
        above, below, width = placed[start], placed[end], scale * value
        ribbons.append(
            {
                "path": _path(above["out"], below["in"], width),
                "y": above["y"] + BAR,
                "colour": next(
                    colour_class(part, 0) for part in _parts(flow) if part["key"] == end
                ),
            }
        )
        above["out"] += width
        below["in"] += width
    return ribbons


def _path(start: float, end: float, width: float) -> str:
    """The outline of a ribbon, from 0 to RIBBON downwards, in per cent across."""
    top, bottom, bend = 0, RIBBON + WORDS, (RIBBON + WORDS) / 2
    return (
        f"M{start:.2f} {top}C{start:.2f} {bend:g} {end:.2f} {bend:g} {end:.2f} {bottom}"
        f"L{end + width:.2f} {bottom}"
        f"C{end + width:.2f} {bend:g} {start + width:.2f} {bend:g} {start + width:.2f} {top}Z"
    )
