"""Tables of population: CSV with semicolon, comma or tab, as SSB, DST and others write it."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

from django.utils.translation import gettext as _

from samskap.places.errors import ColumnIsMissing, DayIsMissing, ValueIsWrong
from samskap.places.formats.counts import (
    MOST_PERSONS,
    Count,
    read_ages,
    read_code,
    read_day,
    read_sex,
)

# What each column may be called, in small letters.
NAMES = {
    "area": (
        "area",
        "region",
        "kommunenummer",
        "kommune",
        "area_code",
        "komkode",
        "område",
        "code",
    ),
    "age": ("age", "alder", "ages", "aldersgruppe"),
    "sex": ("sex", "kjonn", "kjønn", "køn", "gender"),
    "day": ("date", "tid", "time", "period", "year", "år", "aar", "day"),
    "persons": ("persons", "value", "folkemengde", "population", "indhold", "antal", "personer"),
}
NOT_KNOWN = frozenset(("", ".", "..", "...", ":", "-", "na"))  # how the offices write “no figure”
CHUNK = 1 << 20  # bytes


def counts_of_table(file: BinaryIO, day: date | None = None) -> Iterator[Count]:
    """Give every count of a table, one row at a time, so that its size does not matter.

    day   when people were counted, where the table has no column for it

    Raises ColumnIsMissing, DayIsMissing or ValueIsWrong.
    """
    text = io.TextIOWrapper(file, encoding=encoding_of(file), errors="replace", newline="")
    head = text.readline()
    mark = max(";,\t", key=head.count)
    columns = [name.strip() for _number, names in _rows([head], mark) for name in names]
    place = _places(columns)
    if "day" not in place and day is None:
        raise DayIsMissing
    for number, cells in _rows(text, mark, first=2):
        if any(cells) and (count := _count(number, cells, columns, place, day)):
            yield count
    text.detach()


def _rows(lines: Iterable[str], mark: str, first: int = 1) -> Iterator[tuple[int, list[str]]]:
    """Split lines into cells, each row with its number.

    Raises ValueIsWrong where a quotation mark is never closed, or a cell has no end.
    """
    number = first
    try:
        for cells in csv.reader(lines, delimiter=mark):
            yield number, cells
            number += 1
    except csv.Error as problem:
        raise ValueIsWrong(
            row=number, column="…", value="…", wanted=_("short enough for a cell")
        ) from problem


def encoding_of(file: BinaryIO) -> str:
    """UTF-8 where every byte fits it; else the older Windows letters that offices still use."""
    file.seek(0)
    if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):  # “Unicode text” of spreadsheets
        file.seek(0)
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    file.seek(0)
    try:
        while chunk := file.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        file.seek(0)
    return "utf-8-sig"


def _places(columns: list[str]) -> dict[str, int]:
    """Find where each column stands.

    Raises ColumnIsMissing for area and persons; the others may be left out.
    """
    lowered = [name.lower() for name in columns]
    place = {
        what: lowered.index(name)
        for what, names in NAMES.items()
        for name in [next((name for name in names if name in lowered), "")]
        if name
    }
    words = {"area": _("the area’s code"), "persons": _("the number of persons")}
    missing = [
        f"{words[what]} ({', '.join(NAMES[what][:3])})" for what in words if what not in place
    ]
    if missing:
        raise ColumnIsMissing(missing=" + ".join(missing), found=", ".join(columns) or "–")
    return place


def _count(
    number: int, cells: list[str], columns: list[str], place: dict[str, int], day: date | None
) -> Count | None:
    """Understand one row; None where it says that there is no figure."""

    def cell(what: str) -> str:
        """What stands in a column; nothing where the row is short or the column is missing."""
        where = place.get(what, len(cells))
        return cells[where].strip() if where < len(cells) else ""

    def wrong(what: str, wanted: str) -> ValueIsWrong:
        """Name the cell."""
        return ValueIsWrong(
            row=number, column=columns[place[what]], value=cell(what), wanted=wanted
        )

    persons = cell("persons").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    if persons.lower() in NOT_KNOWN:
        return None
    is_number = persons.isdecimal() and len(persons) <= len(str(MOST_PERSONS))
    if not is_number or int(persons) > MOST_PERSONS:
        raise wrong("persons", _("a whole number of persons"))
    sex = read_sex(cell("sex"))
    if sex is None:
        raise wrong("sex", _("a sex (men, women or all)"))
    ages = read_ages(cell("age"))
    if ages is None:
        raise wrong("age", _("an age or a group of ages, such as 20-64 or 65+"))
    on = read_day(cell("day")) if "day" in place else day
    if on is None:
        raise wrong("day", _("a year or a day"))
    if not cell("area"):
        raise wrong("area", _("the code of an area"))
    return Count(read_code(cell("area")), on, sex, *ages, int(persons), number)
