"""The picture of a map of opinions: where people stand, in shares of the width."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from samskap.kernels.opinion_map import Place

HEIGHT, EDGE = 320, 26  # pixels
FLAT = 1e-4  # all stand on one line
SMALLEST_DOT, LARGEST_DOT = 5.0, 17.0  # radius in pixels

Facts = dict[str, Any]


def picture_of(figures: Facts, groups: Sequence[Facts], own: Place | None) -> Facts | None:
    """The picture: dots of five people or more, an outline around each group, oneself.

    figures  what the document of the map says was drawn
    groups   each group’s letter and tone
    own      where the reader stands; None where they take no part
    """
    dots = figures["dots"]
    if not dots:
        return None
    spots = np.array([dot[:2] for dot in dots])
    low, high = spots.min(axis=0), spots.max(axis=0)
    wide = high - low
    low, wide = np.where(wide > FLAT, low, low - 0.5), np.where(wide > FLAT, wide, 1.0)

    def placed(x: float, y: float) -> tuple[float, float]:
        """Per cent of the width, and pixels from the top."""
        across, up = np.clip((np.array([x, y]) - low) / wide, -0.04, 1.04)
        return 7 + 86 * float(across), EDGE + (HEIGHT - 2 * EDGE) * (1 - float(up))

    most = max(dot[2] for dot in dots)
    drawn = []
    for x, y, people, place in dots:
        left, top = placed(x, y)
        radius = SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * (people / most) ** 0.5
        drawn.append(
            {
                "x": f"{left:.2f}%",
                "y": f"{top:.1f}",
                "r": f"{radius:.1f}",
                "tone": groups[place]["tone"],
            }
        )
    shapes = []
    for place, group in enumerate(figures["groups"]):
        if "size" not in group:
            continue
        corners = [placed(*corner) for corner in group["outline"]]
        left = sum(corner[0] for corner in corners) / len(corners)
        top = sum(corner[1] for corner in corners) / len(corners)
        path = " ".join(f"{x:.2f},{y:.1f}" for x, y in corners) if len(corners) > 2 else ""
        shapes.append(groups[place] | {"points": path, "x": f"{left:.2f}%", "y": f"{top + 6:.1f}"})
    you = None
    if own is not None:
        left, top = placed(own.x, own.y)
        you = {
            "x": f"{left:.2f}%",
            "y": f"{top:.1f}",
            "words_y": f"{top - 14 if top > HEIGHT / 2 else top + 26:.1f}",
            "anchor": "end" if left > 50 else "start",
        }
    return {"height": HEIGHT, "dots": drawn, "shapes": shapes, "you": you}
