"""How much one may write: said on the page, and kept by the server."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import DateField, Field, ModelMultipleChoiceField
from django.utils.translation import gettext_lazy as _


def at_most(most: int) -> Callable[..., Field | None]:
    """Make the fields of a model form so that no long text is longer than this, and ours in kind.

    A model’s TextField has no end of its own. Used as `formfield_callback = at_most(4000)` in Meta.
    """

    def field_of(field: models.Field[Any, Any], **named: Any) -> Field | None:
        if isinstance(field, models.TextField):
            named["max_length"] = most
        elif isinstance(field, models.ManyToManyField):
            named.setdefault("form_class", RowsField)
        elif type(field) is models.DateField:
            named.setdefault("form_class", DayField)
        made: Field | None = field.formfield(**named)
        return made

    return field_of


MOST_DIGITS = 18  # of the key of a row: more do not fit into any column


def keys_in(said: Iterable[str]) -> list[int]:
    """Read keys of rows from what was sent; what can be no key is left out."""
    return [int(key) for key in said if key.isdecimal() and len(key) <= MOST_DIGITS]


class RowsField(ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Asks for some rows of a list; what can be the key of no row is refused like any other.

    Django asks the database for whatever was sent, and SQLite breaks at a number that fits into no
    column.
    """

    def clean(self, value: Any) -> Any:
        """Look for the rows of these keys."""
        for key in value or ():
            if len(str(key)) > MOST_DIGITS:
                words = self.error_messages["invalid_choice"]
                raise ValidationError(words, code="invalid_choice", params={"value": "…"})
        return super().clean(value)


FIRST_DAY, LAST_DAY = date(1700, 1, 1), date(2200, 12, 31)
OUT_OF_TIME = _("Choose a day between 1700 and 2200.")


class DayField(DateField):
    """Asks for a day that can be meant; on the last day of all there is no day after."""

    default_validators = [
        MinValueValidator(FIRST_DAY, OUT_OF_TIME),
        MaxValueValidator(LAST_DAY, OUT_OF_TIME),
    ]
