"""Tables of population in JSON-stat 2, the format of the Nordic statistics offices’ interfaces."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from math import prod
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from samskap.places.errors import (
    ColumnIsMissing,
    DayIsMissing,
    DimensionIsNotKnown,
    TableIsTooLarge,
    ValueIsWrong,
)
from samskap.places.formats.counts import (
    MOST_PERSONS,
    Count,
    read_ages,
    read_code,
    read_day,
    read_sex,
)
from samskap.places.formats.tables import NAMES

Known = TypeVar("Known")

MOST_CELLS = 2_000_000  # the offices themselves hand out at most 800 000 at a time


def counts_of_jsonstat(document: dict[str, Any], day: date | None = None) -> Iterator[Count]:
    """Give every count of a JSON-stat 2 dataset; missing values are passed over.

    day   when people were counted, where the dataset has no dimension for it

    Raises ColumnIsMissing, DayIsMissing, DimensionIsNotKnown, TableIsTooLarge or ValueIsWrong.

    Source: Badosa, “JSON-stat 2.0 Full specification”, https://json-stat.org/full/.
    """
    names, values = document.get("id"), document.get("value")
    if document.get("class") != "dataset" or not isinstance(names, list) or values is None:
        raise ColumnIsMissing(missing="class “dataset”, id, value", found=", ".join(document))
    try:
        kinds = [_kind(name, document) for name in names]
        categories = [_categories(document["dimension"][name]) for name in names]
        # A sparse dataset writes its cells as an object, with their numbers as names.
        cells = dict(values) if isinstance(values, dict) else dict(enumerate(values))
    except (KeyError, TypeError, AttributeError) as problem:
        raise ColumnIsMissing(
            missing="dimension, category, index", found=", ".join(document)
        ) from problem
    if "area" not in kinds:
        raise ColumnIsMissing(missing=_("the area’s code"), found=", ".join(names))
    if "day" not in kinds and day is None:
        raise DayIsMissing
    if prod(map(len, categories)) > MOST_CELLS:
        raise TableIsTooLarge(most=MOST_CELLS)
    for number, cell in enumerate(product(*categories)):
        persons = cells.get(number, cells.get(str(number)))
        if persons is None:
            continue
        found = dict(zip(kinds, cell, strict=True))
        if not _is_number_of_persons(persons):
            raise ValueIsWrong(
                row=number + 1,
                column="value",
                value=persons,
                wanted=_("a whole number of persons"),
            )

        def known(what: str, value: Known | None) -> Known:
            """Refuse a category that was not understood."""
            if value is None:
                raise ValueIsWrong(
                    row=number + 1,  # noqa: B023 - called before the next round
                    column=names[kinds.index(what)],
                    value=found[what],  # noqa: B023
                    wanted=_("a category that is known here"),
                )
            return value

        age_from, age_to = known("age", read_ages(found.get("age", "")))
        yield Count(
            code=read_code(found["area"]),
            on=known("day", read_day(found["day"]) if "day" in found else day),
            sex=known("sex", read_sex(found.get("sex", ""))),
            age_from=age_from,
            age_to=age_to,
            persons=int(persons),
            row=number + 1,
        )


def _is_number_of_persons(value: object) -> bool:
    """Whether so many people can live somewhere; neither yes and no nor endless is a number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= MOST_PERSONS and value == int(value)


def _kind(name: str, document: dict[str, Any]) -> str:
    """What a dimension divides by; its own name where it has a single category.

    Raises DimensionIsNotKnown where it divides people by something else.
    """
    role = document.get("role") or {}
    for kind, key in (("area", "geo"), ("day", "time")):
        if name in role.get(key, ()):
            return kind
    for kind, names in NAMES.items():
        if name.lower() in names and kind != "persons":
            return kind
    if len(_categories(document["dimension"][name])) > 1:
        raise DimensionIsNotKnown(dimension=document["dimension"][name].get("label") or name)
    return f"={name}"


def _categories(dimension: dict[str, Any]) -> list[str]:
    """The codes of a dimension in their order; a single one may stand in its label only."""
    category = dimension["category"]
    index = category.get("index")
    if index is None:
        return list(map(str, category["label"]))
    ordered = index if isinstance(index, list) else sorted(index, key=index.__getitem__)
    return list(map(str, ordered))
