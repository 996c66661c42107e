"""Asking the same of a row once, while one page is being made."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)
Answer = TypeVar("Answer")

NAME = "_answers_kept"


def keep_answers(*rows: Model) -> None:
    """Let these rows remember what is asked of them, from now on.

    Only for rows that are read to be shown: what changes them afterwards is not seen.
    """
    for row in rows:
        row.__dict__[NAME] = {}


def known(row: Model, ask: Callable[..., Any], answer: object) -> None:
    """Tell a row that keeps its answers one that was found on the way.

    ask   a function marked with `once`
    """
    row.__dict__[NAME][ask.__wrapped__] = answer  # type: ignore[attr-defined]


def once(ask: Callable[[Row], Answer]) -> Callable[[Row], Answer]:
    """Ask a row that keeps its answers only once; of any other row ask each time."""

    @wraps(ask)
    def asked(row: Row) -> Answer:
        kept: dict[object, Answer] | None = row.__dict__.get(NAME)
        if kept is None:
            return ask(row)
        if ask not in kept:
            kept[ask] = ask(row)
        return kept[ask]

    return asked
