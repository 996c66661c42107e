"""Every list of open data as one table of a whole municipality, for archives.

A list whose address names nothing comes along by itself. One that stands within something, such as
the steps of an initiative, tells with `whole` how it is read for all of them at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from inspect import signature
from typing import Any, get_args

from ninja import Schema

View = Callable[..., Any]


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table of open data.

    name    its name in the archive, such as “steps”
    says    what it holds, in a sentence
    row     the shape of a row; its fields are columns
    within  columns that stand before them and say what a row belongs to: name → meaning
    read    (request) -> Rows or Counted, as whoever is not signed in reads them
    """

    name: str
    says: str
    row: type[Schema]
    within: Mapping[str, str] = field(default_factory=dict)
    read: View

    @property
    def module(self) -> str:
        """The key of the module that brings it."""
        return self.row.__module__.split(".")[1]


LISTS: dict[str, type[Schema]] = {}
"""Name of each list of open data → the shape of a row."""

TABLES: dict[str, Table] = {}
"""Name of the list, or of the function that reads the table → the table."""


def note(view: View, *, row: type[Schema], stands_alone: bool) -> None:
    """Take note of a list; one that asks for nothing is a table of the archive as it is."""
    LISTS[view.__name__] = row
    if stands_alone:
        TABLES[view.__name__] = Table(name=_name(view), says=_says(view), row=row, read=_all(view))


def whole(
    of: View, *, row: type[Schema] | None = None, within: Mapping[str, str] | None = None
) -> Callable[[View], View]:
    """Read a list for the whole municipality at once, in one table.

    of      the list
    row     the shape of a row, where the table tells more than the list
    within  columns that say what a row belongs to; `Rows.within` gives their values
    """

    def register(read: View) -> View:
        TABLES[of.__name__] = Table(
            name=_name(of),
            says=_says(read),
            row=row or LISTS[of.__name__],
            within=within or {},
            read=read,
        )
        return read

    return register


def table(name: str, *, row: type[Schema]) -> Callable[[View], View]:
    """Add a table to the archive that is no list of its own."""

    def register(read: View) -> View:
        TABLES[read.__name__] = Table(name=name, says=_says(read), row=row, read=read)
        return read

    return register


def all_tables() -> list[Table]:
    """Every table, by name."""
    return sorted(TABLES.values(), key=lambda each: each.name)


def _all(view: View) -> View:
    """Ask a list for everything: what can be looked for is left as it is when nobody looks."""
    _request, *asked = signature(view).parameters.values()
    wanted = {each.name: get_args(each.annotation)[0] for each in asked}
    return lambda request: view(request, **{name: kind() for name, kind in wanted.items()})


def _name(view: View) -> str:
    """The name of a list without its verb."""
    return view.__name__.removeprefix("list_")


def _says(view: View) -> str:
    """The first sentence of what a function says of itself."""
    return (view.__doc__ or "").strip().splitlines()[0]
