"""What a module takes in from a file, row by row; the package `imports` goes through it.

A module announces `imports`: dotted paths of `Intake`. Nobody but the module knows its rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Protocol

from django.db.models import Exists, ForeignObjectRel, Model, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskap.base.modules import all_modules
from samskap.base.prepared import Prepared

Said = str | Promise
Cells = Mapping[str, str]  # key of a column → what stands in it


@dataclass(frozen=True, kw_only=True)
class Column:
    """One thing that a row may tell.

    names  what such a column is often called, in any language, without case: for a first guess
    """

    key: str
    title: Said
    help: Said = ""
    names: tuple[str, ...] = ()
    is_needed: bool = False


@dataclass(frozen=True, kw_only=True)
class Intake:
    """One sort of rows that a module takes in.

    may    dotted path of a function (by, municipality) -> bool
    taker  dotted path of a class as `Taker`
    form   dotted path of a form that is asked once for the whole file: `form(municipality=…)`. What
           it says must be plain enough for JSON
    """

    key: str
    title: Said
    help: Said
    columns: tuple[Column, ...]
    may: str
    taker: str
    form: str = ""


class RowIsWrong(Exception):
    """A row that cannot be taken in, with a sentence for whoever mends it."""

    def __init__(self, says: Said) -> None:
        super().__init__(str(says))


@dataclass(frozen=True, kw_only=True)
class Same:
    """That a row is about something that is there already.

    path  where it is shown; empty where it has no page
    """

    says: Said
    path: str = ""


class Taker(Protocol):
    """Takes in the rows of one file.

    A row is gone through twice: in a rehearsal, whose writing is undone, and for good. The taker is
    made anew for each time.
    """

    def __init__(self, *, municipality: Any, by: Any, about: Mapping[str, Any]) -> None:
        """Begin with a file; `about` is what was said of all of it."""

    def key_of(self, row: Cells) -> str:
        """What a row is known by: two rows of one file with the same key are the same; or empty."""

    def same(self, row: Cells) -> Same | None:
        """Whether it is there already."""

    def take(self, row: Cells) -> Model:
        """Make something of it; raises RowIsWrong, or refuses as its actions do."""

    def undo(self, thing: Model) -> Said:
        """Take it away again; or say why it stays. Nothing is said where it is gone."""


def built_on(thing: Model) -> Said:
    """Name the part of the house where something points at a row; empty where nothing does."""
    labels, pointing = _pointing_at(type(thing))
    asked = zip(labels, pointing.first(key=thing.pk) or (), strict=False)
    found = next((label for label, is_there in asked if is_there), "")
    titles = {module.key: module.title for module in all_modules()}
    return titles.get(found, found)


@cache
def _pointing_at(model: type[Model]) -> tuple[list[str], Prepared[Any]]:
    """What may point at rows of a model, as labels of apps, and one question whether it does."""
    every = model._meta.get_fields(include_hidden=True)  # also where nobody asks the other way
    links = [link for link in every if isinstance(link, ForeignObjectRel)]

    def asked(key: int) -> QuerySet[Any, Any]:
        """Ask of each whether it points at one row."""
        rows = [
            link.related_model._base_manager.filter(**{link.field.name: OuterRef("pk")})
            for link in links
        ]
        return model._base_manager.filter(pk=key).values_list(*map(Exists, rows))

    return [link.related_model._meta.app_label for link in links], Prepared(asked, key=int)


def in_words(row: Cells, key: str, most: int, title: Said) -> str:
    """What a row tells, where it is not too long."""
    words = row.get(key, "").strip()
    if len(words) > most:
        raise RowIsWrong(
            _("“%(column)s” is longer than %(most)s characters. Make it shorter.")
            % {"column": title, "most": most}
        )
    return words


DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y/%m/%d", "%d.%m.%y")


def day_in(words: str) -> date | None:
    """Read a day as people here write it; None where there is none."""
    if not words.strip():
        return None
    first = words.strip().split()[0].split("T")[0]
    for form in DAYS:
        try:
            return datetime.strptime(first, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise RowIsWrong(
        _("“%(day)s” is not a day. Write it as 2026-05-17 or 17.05.2026.") % {"day": words[:40]}
    )


def chosen(words: str, names: Mapping[Any, tuple[str, ...]], title: Said) -> str:
    """Find which of some choices is meant: key → the words it is known by; empty for none."""
    plain = " ".join(words.casefold().replace("_", " ").split())
    if not plain:
        return ""
    for key, known in names.items():
        if plain == key.replace("_", " ") or plain in known:
            return str(key)
    raise RowIsWrong(
        _("“%(words)s” is not known as “%(column)s”. Write one of: %(choices)s.")
        % {
            "words": words[:40],
            "column": title,
            "choices": ", ".join(known[0] for known in names.values()),
        }
    )
