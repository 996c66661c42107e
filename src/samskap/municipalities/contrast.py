"""How readable a municipality’s colours are, before anything is made readable for it."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

ENOUGH_FOR_TEXT = 4.5  # WCAG 2.2, success criterion 1.4.3
WHITE, INK = "#ffffff", "#1b1b1b"


@dataclass(frozen=True)
class Reading:
    """One pair of colours, and what it means for whoever reads."""

    what: str
    ratio: float
    sentence: str
    is_enough: bool


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 … 21.

    Source: WCAG 2.2, “contrast ratio” and “relative luminance”.
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readings(colour: str, accent_colour: str) -> list[Reading]:
    """Say how readable white text is on each colour, and each colour as text on white."""
    pairs = [
        (_("White text on the main colour"), colour),
        (_("White text on the second colour"), accent_colour),
    ]
    found = []
    for what, chosen in pairs:
        ratio = contrast(WHITE, chosen)
        is_enough = ratio >= ENOUGH_FOR_TEXT
        in_words = number_format(ratio, 1)
        sentence = (
            _("%(ratio)s to 1: easy to read.")
            if is_enough
            else _("%(ratio)s to 1: too faint. The pages use a darker shade, so that it is read.")
        )
        found.append(Reading(what, ratio, sentence % {"ratio": in_words}, is_enough))
    return found
