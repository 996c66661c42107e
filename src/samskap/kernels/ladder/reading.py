"""Reading a document piece by piece, and saying exactly where it is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from samskap.kernels.errors import WrongDocument

Word = TypeVar("Word", bound=StrEnum)

NOT_A_NUMBER = Decimal("NaN")
MOST_DIGITS = 15  # before or after the decimal point; 1e999999 would fill the memory
LONGEST_SHOWN = 60  # characters of a wrong value that an error repeats


class Reader:
    """One object of a document, and its place in it.

    Every method returns what stands under a key, or raises WrongDocument with the place, what
    stands there and what should.
    """

    def __init__(self, place: str, content: object) -> None:
        if not isinstance(content, Mapping):
            raise WrongDocument(
                f"{place or 'the document'} is {_seen(content)}; it must be an object"
            )
        self.place = place
        self.content: Mapping[str, Any] = content

    def has(self, key: str) -> bool:
        """Tell whether the key is there at all."""
        return key in self.content

    def one_of(self, key: str, *known: str) -> str:
        """Read a text that must be one of those that we know, the newest first."""
        value: str = self._value(key)
        if value not in known:
            newest, *older = (f"“{each}”" for each in known)
            self.refuse(key, f"{newest} (or, from earlier, {' or '.join(older)})")
        return value

    def object(self, key: str) -> Reader:
        """Read an object."""
        return Reader(self._at(key), self._value(key))

    def object_or_none(self, key: str) -> Reader | None:
        """Read an object, or null."""
        return None if self._value(key) is None else self.object(key)

    def objects(self, key: str) -> Iterator[Reader]:
        """Read a list of objects, one after another."""
        items = self._value(key)
        if not isinstance(items, list):
            self.refuse(key, "a list")
        for number, item in enumerate(items):
            yield Reader(f"{self._at(key)}[{number}]", item)

    def text(self, key: str) -> str:
        """Read a text."""
        value = self._value(key)
        if not isinstance(value, str):
            self.refuse(key, "text")
        return value

    def word(self, key: str, words: type[Word]) -> Word:
        """Read one of the words that the formula knows."""
        value = self._value(key)
        try:
            return words(value)
        except ValueError:
            self.refuse(key, f"one of {', '.join(words)}")

    def yes_or_no(self, key: str) -> bool:
        """Read true or false."""
        value = self._value(key)
        if not isinstance(value, bool):
            self.refuse(key, "true or false")
        return value

    def number(self, key: str) -> Decimal:
        """Read a number that is not below zero: a JSON number, or a decimal as text."""
        value = self._value(key)
        is_written_as_number = isinstance(value, int | float | str) and not isinstance(value, bool)
        try:
            number = Decimal(str(value)) if is_written_as_number else NOT_A_NUMBER
        except InvalidOperation:
            number = NOT_A_NUMBER
        if not number.is_finite() or number < 0 or abs(number.adjusted()) > MOST_DIGITS:
            self.refuse(key, "a number that is not below zero")
        return number

    def whole_number(self, key: str) -> int:
        """Read a whole number that is not below zero."""
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.refuse(key, "a whole number that is not below zero")
        return value

    def moment(self, key: str) -> datetime:
        """Read a moment with its time zone."""
        value = self._value(key)
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            self.refuse(key, "a moment such as 2026-03-01T12:00:00+01:00")
        if moment.tzinfo is None:
            self.refuse(key, "a moment with its time zone, such as 2026-03-01T12:00:00+01:00")
        return moment

    def moment_or_none(self, key: str) -> datetime | None:
        """Read a moment with its time zone, or null."""
        return None if self._value(key) is None else self.moment(key)

    def refuse(self, key: str, wanted: str) -> NoReturn:
        """Say what stands under a key and what should."""
        raise WrongDocument(
            f"{self._at(key)} is {_seen(self.content[key])}; it must be {wanted}"
        ) from None

    def _value(self, key: str) -> Any:
        """Return what stands under a key that must be there."""
        if key not in self.content:
            raise WrongDocument(f"{self._at(key)} is missing")
        return self.content[key]

    def _at(self, key: str) -> str:
        """Name the place of a key."""
        return f"{self.place}.{key}" if self.place else key


def _seen(value: object) -> str:
    """Repeat a wrong value, shortened."""
    shown = repr(value)
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}…"
