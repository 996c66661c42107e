"""How much one may write: said on the page, and kept by the server."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models
from django.forms import Field


def at_most(most: int) -> Callable[..., Field | None]:
    """Make the fields of a model form so that no long text is longer than this.

    A model’s TextField has no end of its own. Used as `formfield_callback = at_most(4000)` in Meta.
    """

    def field_of(field: models.Field[Any, Any], **named: Any) -> Field | None:
        if isinstance(field, models.TextField):
            named["max_length"] = most
        made: Field | None = field.formfield(**named)
        return made

    return field_of


MOST_DIGITS = 18  # of the key of a row: more do not fit into any column


def keys_in(said: Iterable[str]) -> list[int]:
    """Read keys of rows from what was sent; what can be no key is left out."""
    return [int(key) for key in said if key.isdecimal() and len(key) <= MOST_DIGITS]
