"""A municipality’s own colours, made readable on every ground, in light and in dark.

Contrast follows WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1 for text.
"""

LEAST = 4.5
FJORD_AND_CORAL = ("#0b4f5c", "#c8451f")
"""The house’s own pair: what a page wears when its municipality has chosen nothing else."""

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
DARK_INK: Colour = (8, 38, 44)


def parse(colour: str) -> Colour:
    """Read a colour such as #0b4f5c."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def written(colour: Colour) -> str:
    """Write a colour as #rrggbb."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


# Paper first, then ground, tint and sun-tint: the tokens of static/design/samskap.css.
LIGHT = tuple(map(parse, ("#ffffff", "#fbf8f3", "#f1ece2", "#fdf2d8")))
DARK = tuple(map(parse, ("#17272c", "#0f1c20", "#1d3036", "#3a3016")))
LIGHT_PAPER, DARK_PAPER = LIGHT[0], DARK[0]


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 … 1.

    Source: WCAG 2.2, “relative luminance”.
    """
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast of two colours, 1 … 21.

    Source: WCAG 2.2, “contrast ratio”.
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: Colour, other: Colour, share: float) -> Colour:
    """Move a colour towards another by a share, 0 … 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def readable(colour: Colour, paper: Colour) -> Colour:
    """Find the nearest shade of a colour that can be read on a paper and on its theme’s grounds."""
    is_light = luminance(paper) > 0.5
    grounds = (paper, *(LIGHT if is_light else DARK))
    towards = BLACK if is_light else WHITE
    for step in range(51):
        found = mixed(colour, towards, step / 50)
        if all(contrast(found, ground) >= LEAST for ground in grounds):
            return found
    return towards


def tokens(main: str, accent: str, paper: Colour) -> dict[str, str]:
    """Work out the tokens of one theme: action, the words on it, its tint, and “now”."""
    action = readable(parse(main), paper)
    # A tint is a ground for the action’s own colour, so it must leave enough between them.
    shares = (0.86, 0.9, 0.94, 0.97, 1.0)
    tint = next(
        found
        for found in (mixed(action, paper, share) for share in shares)
        if contrast(action, found) >= LEAST
    )
    ink = WHITE if contrast(WHITE, action) >= LEAST else DARK_INK
    return {
        "--fjord": written(action),
        "--fjord-ink": written(ink),
        "--fjord-tint": written(tint),
        "--coral": written(readable(parse(accent), paper)),
    }


def theme_css(main: str, accent: str) -> str:
    """Write a sheet that puts a municipality’s colours in place of the house’s.

    main, accent   colours such as #0b4f5c, whatever their contrast
    """

    def rule(paper: Colour) -> str:
        found = tokens(main, accent, paper)
        return "".join(f"{name}:{value};" for name, value in found.items())

    light, dark = rule(LIGHT_PAPER), rule(DARK_PAPER)
    return (
        f":root{{{light}}}\n"
        "@media screen and (prefers-color-scheme:dark)"
        f'{{:root:not([data-color-scheme="light"]){{{dark}}}}}\n'
        f'@media screen{{:root[data-color-scheme="dark"]{{{dark}}}}}\n'
    )
