"""What was found, as people see it: the words that were looked for are marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from samskap.base.finding import Found, findables
from samskap.base.text import plain
from samskap.design.sides import Side, side_of
from samskap.kernels.stems import Piece, excerpt, marked
from samskap.search.marks import Group

WHOLE = 1_000_000  # characters: no text is longer
LENGTH = 200  # characters of a text that are shown


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One thing that was found, piece by piece."""

    kind: str
    title: list[Piece]
    text: list[Piece]
    language: str
    url: str
    of: str
    at: datetime
    side: Side | None


def hits_of(
    items: Iterable[tuple[str, Found]], asked: Sequence[Group], *, length: int = LENGTH
) -> list[Hit]:
    """Several things as they are shown, with so many characters of their text."""
    return [hit_of(kind, found, asked, length=length) for kind, found in items]


def hit_of(kind: str, found: Found, asked: Sequence[Group], *, length: int = LENGTH) -> Hit:
    """One thing as it is shown; what has no title of its own is named by what it belongs to."""
    named = str(findables()[kind].title)
    return Hit(
        kind=named,
        title=marked(found.title, found.language, asked)
        or [Piece(found.of or named, is_hit=False)],
        text=marked(excerpt_of(found, asked, length=length), found.language, asked),
        language=found.language,
        url=found.url,
        of=found.of if found.title else "",
        at=found.at,
        side=side_of(found.side) if found.side else None,
    )


def excerpt_of(found: Found, asked: Sequence[Group], *, length: int = LENGTH) -> str:
    """The part of its text in which most of what was looked for stands."""
    if not found.text:
        return ""
    return excerpt(plain(found.text, WHOLE), found.language, asked, length=length)
