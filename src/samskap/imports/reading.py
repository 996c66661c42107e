"""Reading a table from a file: encoding and marks are found out, never asked for."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from samskap.base.open_data import RISKY  # our own tables put an apostrophe before these
from samskap.imports.errors import FileIsTooLarge, NotATable, TooManyColumns, TooManyRows

MOST_MEGABYTES = 5
MOST_ROWS = 10_000
MOST_COLUMNS = 60
MOST_IN_A_CELL = 20_000  # characters; the rest is cut off
MARKS = (";", ",", "\t")
LOOKED_AT = 50  # records, to find out which mark divides the columns


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table as it was read.

    rows  each with its number in the file; the headings are number 1
    """

    encoding: str
    delimiter: str
    headings: list[str]
    rows: list[tuple[int, list[str]]]


def table_in(content: bytes) -> Table:
    """Read a table.

    Refuses with FileIsTooLarge, NotATable, TooManyColumns or TooManyRows.
    """
    if len(content) > MOST_MEGABYTES * 1024 * 1024:
        raise FileIsTooLarge(megabytes=MOST_MEGABYTES)
    text, encoding = text_in(content)
    first, _newline, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        text = rest  # Excel’s own way of naming its mark
    delimiter = mark_of(text)
    records = _records(text, delimiter)
    headings = next(records, (1, []))[1]
    if len(headings) > MOST_COLUMNS:
        raise TooManyColumns(most=MOST_COLUMNS)
    rows: list[tuple[int, list[str]]] = []
    for number, cells in records:
        if not any(cells):
            continue
        if len(rows) == MOST_ROWS:
            raise TooManyRows(most=MOST_ROWS)
        rows.append((number, (cells + [""] * len(headings))[: len(headings)]))
    if not any(headings) or not rows:
        raise NotATable
    return Table(encoding=encoding, delimiter=delimiter, headings=headings, rows=rows)


def text_in(content: bytes) -> tuple[str, str]:
    """Find out the encoding: UTF-8, UTF-16 or Windows-1252; return the text, and which it is.

    Refuses with NotATable where it is no text at all, such as a spreadsheet’s own format.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        found = _decoded(content, "utf-16")
    elif content[1:200:2].count(0) > len(content[1:200:2]) // 2:
        found = _decoded(content, "utf-16-le")
    elif content[0:200:2].count(0) > len(content[0:200:2]) // 2:
        found = _decoded(content, "utf-16-be")
    else:
        found = _decoded(content, "utf-8-sig") or _decoded(content, "cp1252")
    if found is None or "\0" in found[0]:
        raise NotATable
    return found


def _decoded(content: bytes, encoding: str) -> tuple[str, str] | None:
    """Decode, or None."""
    try:
        return content.decode(encoding), encoding.removesuffix("-sig")
    except UnicodeDecodeError:
        return None


def mark_of(text: str) -> str:
    """Find the mark that divides the columns: the one that divides the first rows most alike."""

    def merit(mark: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(text), delimiter=mark)
        try:
            widths = [len(cells) for cells, _n in zip(reader, range(LOOKED_AT), strict=False)]
        except csv.Error:
            return 0, 0
        most = max(widths, default=1)
        usual = sum(width == widths[0] for width in widths) if widths else 0
        return (usual / len(widths) if most > 1 else 0, widths[0] if widths else 0)

    return max(MARKS, key=merit)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The records of a table, with the number that a spreadsheet shows beside each.

    Refuses with NotATable.
    """
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
            yield number, [plain(cell) for cell in cells]
    except csv.Error as broken:
        raise NotATable from broken


def plain(cell: str) -> str:
    """What was meant by a cell: without blanks around it, and without our own apostrophe."""
    words = cell.strip()[:MOST_IN_A_CELL]
    return words[1:] if words.startswith("'") and words[1:].startswith(RISKY) else words


def safe(cell: str) -> str:
    """Write a cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(RISKY) else cell
