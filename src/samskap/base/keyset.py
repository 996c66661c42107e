"""Pages of a list that cost the same at its end as at its beginning.

A page is found by the values of the row it starts after, never by counting the rows before it. So
nothing is shown twice or left out when someone adds a row while another leafs through.
"""

import base64
import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any, Generic, TypeVar

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field, Model, Q, QuerySet
from django.http import HttpRequest

Row = TypeVar("Row")
Anything = QuerySet[Any, Any]

NEWER, OLDER = "before", "after"  # the names in addresses


@dataclass(frozen=True, kw_only=True)
class Page(Generic[Row]):
    """One page of a list; an empty token or address means that there is nothing that way."""

    items: list[Row]
    newer_token: str = ""
    older_token: str = ""
    newer_url: str = ""
    older_url: str = ""


def page_for(
    request: HttpRequest,
    queryset: QuerySet[Any, Row],
    *,
    order: tuple[str, ...],
    size: int = 20,
) -> Page[Row]:
    """Return the page of a list that an address asks for, with the addresses of its neighbours."""
    after, before = request.GET.get(OLDER, ""), request.GET.get(NEWER, "")
    page = page_of(queryset, order=order, after=after, before=before, size=size)

    def address(name: str, token: str) -> str:
        asked = request.GET.copy()
        asked.pop(OLDER, None)
        asked.pop(NEWER, None)
        asked[name] = token
        return f"{request.path}?{asked.urlencode()}" if token else ""

    return replace(
        page,
        newer_url=address(NEWER, page.newer_token),
        older_url=address(OLDER, page.older_token),
    )


def page_of(
    queryset: QuerySet[Any, Row],
    *,
    order: tuple[str, ...],
    after: str = "",
    before: str = "",
    size: int = 20,
) -> Page[Row]:
    """Return one page of a list, and the tokens of its neighbours.

    order   names of fields or annotations, “-” for falling; none is ever null, the last is unique
    after   token of the row that the page comes after; the first page without one
    before  token of the row that the page comes before

    A token that cannot be read gives the first page: it came from an address someone shortened.
    """
    keys = [_Key.of(queryset, name) for name in order]
    forward, backward = _read(after, keys), _read(before, keys)
    if forward:
        rows, more = _slice(queryset.filter(_beyond(keys, forward)), keys, size)
        return _page(keys, rows, has_newer=bool(rows), has_older=more)
    if backward:
        turned = [replace(key, falls=not key.falls) for key in keys]
        rows, more = _slice(queryset.filter(_beyond(turned, backward)), turned, size)
        if more or len(rows) == size:
            return _page(keys, rows[::-1], has_newer=more, has_older=True)
        # Less than a page is left that way: show the first one whole.
    rows, more = _slice(queryset, keys, size)
    return _page(keys, rows, has_newer=False, has_older=more)


def is_place_in(queryset: Anything, order: tuple[str, ...], token: str) -> bool:
    """Say whether a token names a place in a list of this order."""
    return _read(token, [_Key.of(queryset, name) for name in order]) is not None


@dataclass(frozen=True, kw_only=True)
class _Key:
    """One name of the order, and how its values are read."""

    name: str
    falls: bool
    field: Field[Any, Any]

    @classmethod
    def of(cls, queryset: Anything, name: str) -> "_Key":
        """Find what a name of the order stands for."""
        bare = name.removeprefix("-")
        annotated = queryset.query.annotations.get(bare)
        field = annotated.output_field if annotated else _field(queryset.model, bare)
        return cls(name=bare, falls=name.startswith("-"), field=field)

    def value_in(self, row: Any) -> Any:
        """Read the value from a row, plain enough for JSON."""
        if isinstance(row, dict):
            value = row[self.name]
        else:
            value = attrgetter(self.name.replace("__", "."))(row)
        if value is None:
            raise ValueError(f"“{self.name}” is empty in a row; a list cannot be paged by it.")
        if isinstance(value, (datetime, date)):
            return value.isoformat()
        return value if isinstance(value, (int, float, str)) else str(value)


def _field(model: type[Model], path: str) -> Field[Any, Any]:
    """Follow a path such as “area__name” to its field."""
    *links, last = path.split("__")
    for link in links:
        model = model._meta.get_field(link).related_model  # type: ignore[assignment]
    found = model._meta.pk if last == "pk" else model._meta.get_field(last)
    if not isinstance(found, Field):
        raise FieldDoesNotExist(f"{model._meta.label} cannot be paged by “{last}”.")
    return found


def _beyond(keys: list[_Key], values: list[Any]) -> Q:
    """Select the rows that come after the given values."""
    first, *_rest = keys
    beyond, same = Q(), Q()
    for key, value in zip(keys, values, strict=True):
        beyond |= same & Q(**{f"{key.name}__{'lt' if key.falls else 'gt'}": value})
        same &= Q(**{key.name: value})
    # Said again for the first name alone, so that the database can use its index.
    return Q(**{f"{first.name}__{'lte' if first.falls else 'gte'}": values[0]}) & beyond


def _slice(queryset: QuerySet[Any, Row], keys: list[_Key], size: int) -> tuple[list[Row], bool]:
    """Take one page of rows, and say whether more follow."""
    order = [f"-{key.name}" if key.falls else key.name for key in keys]
    rows = list(queryset.order_by(*order)[: size + 1])
    return rows[:size], len(rows) > size


def _page(keys: list[_Key], rows: list[Row], *, has_newer: bool, has_older: bool) -> Page[Row]:
    """Put rows and tokens together."""
    return Page(
        items=rows,
        newer_token=_write(rows[0], keys) if has_newer else "",
        older_token=_write(rows[-1], keys) if has_older else "",
    )


def _write(row: Any, keys: list[_Key]) -> str:
    """Write the place of a row as a token for an address."""
    place = json.dumps([key.value_in(row) for key in keys], separators=(",", ":"))
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _read(token: str, keys: list[_Key]) -> list[Any] | None:
    """Read a token; None where there is none, or none that can be understood."""
    if not token:
        return None
    try:
        place = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        if not isinstance(place, list) or len(place) != len(keys) or "\\u0000" in json.dumps(place):
            return None
        json.dumps(place, ensure_ascii=False).encode()  # half a character would break the query
        values = [key.field.to_python(value) for key, value in zip(keys, place, strict=True)]
        if not all(map(_is_in_time, values)):
            return None
    except (ValueError, TypeError, ValidationError, OverflowError, RecursionError):
        return None
    return None if None in values else values


def _is_in_time(value: Any) -> bool:
    """Whether a value is no moment, or one that has a time zone, as each row has it.

    Raises OverflowError for a moment outside the calendar of the database, which counts in UTC.
    """
    if not isinstance(value, datetime):
        return True
    value.astimezone(UTC)
    return value.tzinfo is not None
