"""How readable a municipality’s colours are, and the shades that the pages make of them."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samskap.design.themes import LEAST, LIGHT_PAPER, contrast, parse, readable, written


@dataclass(frozen=True)
class Reading:
    """One colour, and what it means for whoever reads.

    chosen   the municipality’s colour
    shown    the shade of it that the pages use in light
    """

    what: str
    chosen: str
    shown: str
    sentence: str
    is_enough: bool


def readings(colour: str, accent_colour: str) -> list[Reading]:
    """Say how readable white text is on each colour, by WCAG 2.2, success criterion 1.4.3."""
    pairs = [
        (_("White text on the main colour"), colour),
        (_("White text on the second colour"), accent_colour),
    ]
    found = []
    for what, chosen in pairs:
        ratio = contrast(parse(chosen), LIGHT_PAPER)
        is_enough = ratio >= LEAST
        sentence = (
            _("%(ratio)s to 1: easy to read.")
            if is_enough
            else _("%(ratio)s to 1: too faint. The pages use a darker shade, so that it is read.")
        )
        shown = written(readable(parse(chosen), LIGHT_PAPER))
        in_words = {"ratio": number_format(ratio, 1)}
        found.append(Reading(what, chosen, shown, sentence % in_words, is_enough))
    return found
