import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.design import themes

colours = st.tuples(*[st.integers(0, 255)] * 3).map(themes.written)
SHEETS = Path(themes.__file__).parent / "static" / "design"
SHEET = SHEETS / "samskap.css"
DANISH = SHEETS / "denmark.css"
both = pytest.mark.parametrize("sheet", [SHEET, DANISH], ids=["house", "Denmark"])


@given(main=colours, accent=colours)
def test_any_colours_become_readable_in_both_themes(main, accent):
    for paper, grounds in (
        (themes.LIGHT_PAPER, themes.LIGHT),
        (themes.DARK_PAPER, themes.DARK),
    ):
        found = {
            name: themes.parse(value) for name, value in themes.tokens(main, accent, paper).items()
        }
        for ground in (*grounds, found["--fjord-tint"]):
            assert themes.contrast(found["--fjord"], ground) >= themes.LEAST
        for ground in grounds:
            assert themes.contrast(found["--coral"], ground) >= themes.LEAST
        assert themes.contrast(found["--fjord-ink"], found["--fjord"]) >= themes.LEAST


def test_a_readable_colour_is_left_alone():
    assert themes.readable((11, 79, 92), themes.LIGHT_PAPER) == (11, 79, 92)


def test_contrast_is_that_of_wcag():
    assert themes.contrast(themes.WHITE, themes.BLACK) == pytest.approx(21)
    assert themes.contrast((119, 119, 119), themes.WHITE) == pytest.approx(4.48, abs=0.01)


def tokens_of(sheet: str, nth: int) -> dict[str, tuple[int, int, int]]:
    """Read the nth block of tokens: 0 is light, 1 dark by the machine, 2 dark by choice."""
    blocks = [block for block in re.findall(r"\{([^{}]*)\}", sheet) if "--ground:" in block][:3]
    pairs = re.findall(r"(--[\w-]+): (#[0-9a-f]{6})", blocks[nth])
    return {name: themes.parse(value) for name, value in pairs}


@both
@pytest.mark.parametrize("nth", [0, 1, 2], ids=["light", "dark by machine", "dark by choice"])
def test_every_text_of_the_sheet_can_be_read_on_every_ground(sheet, nth):
    found = tokens_of(sheet.read_text("utf-8"), nth)
    grounds = ("ground", "paper", "tint", "fjord-tint", "sun-tint", "ok-tint", "late-tint")
    texts = ("ink", "ink-soft")
    pairs = [(text, ground) for text in texts for ground in grounds]
    pairs += [("fjord", ground) for ground in grounds[:5]]
    pairs += [(tone, f"{tone}-tint") for tone in ("ok", "late", "coral", "fjord")]
    pairs += [(tone, ground) for tone in ("ok", "late", "coral") for ground in grounds[:3]]
    pairs += [("fjord-ink", "fjord"), ("sun-ink", "sun"), ("paper", "coral"), ("paper", "ink-soft")]
    sides = "residents associations business entrepreneurs academia faith public".split()
    pairs += [("paper", side) for side in sides]  # numbers on bars

    short = [
        (text, ground, round(themes.contrast(found[f"--{text}"], found[f"--{ground}"]), 2))
        for text, ground in pairs
        if themes.contrast(found[f"--{text}"], found[f"--{ground}"]) < themes.LEAST
    ]

    assert short == []


@both
def test_edges_of_fields_stand_out(sheet):
    for nth in range(3):
        found = tokens_of(sheet.read_text("utf-8"), nth)
        for ground in ("ground", "paper", "tint"):
            assert themes.contrast(found["--edge"], found[f"--{ground}"]) >= 3


@both
def test_both_ways_to_dark_are_the_same_dark(sheet):
    words = sheet.read_text("utf-8")

    assert tokens_of(words, 1) == tokens_of(words, 2)


def test_a_country_s_look_names_only_tokens_that_the_house_has():
    for nth in range(3):
        own = tokens_of(SHEET.read_text("utf-8"), nth)
        assert tokens_of(DANISH.read_text("utf-8"), nth).keys() == own.keys()


def test_a_municipality_s_own_colours_can_be_read_in_denmark_too():
    """Readable on the darkest light ground and the lightest dark one of the house is enough."""
    light, dark = (tokens_of(DANISH.read_text("utf-8"), nth) for nth in (0, 1))

    for name in ("--ground", "--paper", "--tint", "--sun-tint"):
        assert themes.luminance(light[name]) >= min(map(themes.luminance, themes.LIGHT))
        assert themes.luminance(dark[name]) <= max(map(themes.luminance, themes.DARK))
