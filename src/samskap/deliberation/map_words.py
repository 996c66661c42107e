"""The story of a map in plain sentences, by rule: how many say so, how sure, in how many groups.

Number words go down to the next rung that is true of the smallest share: of 0.83 in every group,
“at least four of five” is said, never “nine of ten”.
"""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

Said = str | Promise
LETTERS = "ABCDEFGHIJ"

AGREE: Sequence[tuple[float, Said]] = (
    (0.95, gettext_lazy("Nearly everybody in every group agrees: “{text}”")),
    (0.9, gettext_lazy("At least nine of ten in every group agree: “{text}”")),
    (0.8, gettext_lazy("At least four of five in every group agree: “{text}”")),
    (0.75, gettext_lazy("At least three of four in every group agree: “{text}”")),
    (2 / 3, gettext_lazy("At least two of three in every group agree: “{text}”")),
    (0.0, gettext_lazy("More than half of every group agree: “{text}”")),
)
DISAGREE: Sequence[tuple[float, Said]] = (
    (0.95, gettext_lazy("Nearly everybody in every group disagrees: “{text}”")),
    (0.9, gettext_lazy("At least nine of ten in every group disagree: “{text}”")),
    (0.8, gettext_lazy("At least four of five in every group disagree: “{text}”")),
    (0.75, gettext_lazy("At least three of four in every group disagree: “{text}”")),
    (2 / 3, gettext_lazy("At least two of three in every group disagree: “{text}”")),
    (0.0, gettext_lazy("More than half of every group disagree: “{text}”")),
)
CLEAR: Sequence[tuple[float, Said]] = (
    (0.5, gettext_lazy("The groups are clearly apart.")),
    (0.25, gettext_lazy("The groups overlap: some stand between them.")),
    (-1.0, gettext_lazy("The groups are hardly apart. Read them with care.")),
)
"""By the silhouette. Source: Kaufman & Rousseeuw (1990), “Finding Groups in Data”, table 4."""


def group_named(name: int) -> str:
    """What a group is called; its letter lasts while its people stay."""
    return kept_together(_("Group %(letter)s") % {"letter": LETTERS[name]}, " ")


def group_within(name: int) -> str:
    """What a group is called in the middle of a sentence."""
    said = pgettext("within a sentence", "Group %(letter)s") % {"letter": LETTERS[name]}
    return kept_together(said, " ")


def kept_together(words: str, before: str = " %") -> str:
    """Let no line end at a space that belongs to what follows, as before the sign of per cent."""
    return words.replace(before, before.replace(" ", "\u00a0"))


def quoted(text: str, lang: str) -> SafeString:
    """A statement within a sentence, in the language that it is in."""
    return format_html('<span lang="{}">{}</span>', lang, text)


def in_every_group(least: float | None, *, agree: bool, text: SafeString) -> SafeString:
    """Say that every group says the same.

    least  the smallest share that says so, over all groups; None where one may not be shown
    """
    rungs = AGREE if agree else DISAGREE
    sentence = next(each for share, each in rungs if (least or 0) >= share)
    return format_html(str(sentence), text=text)


def between_groups(for_it: str, against: str, text: SafeString) -> SafeString:
    """Say which group agrees and which does not."""
    return format_html(
        _("{one} agrees, {other} disagrees: “{text}”"), one=for_it, other=against, text=text
    )


def how_clear(silhouette: float) -> str:
    """Say how clearly the groups are apart."""
    return str(next(each for least, each in CLEAR if silhouette >= least))
