"""Figures of population: JSON-stat 2 or a table, whichever the file is."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from samskap.places.formats.counts import Count
from samskap.places.formats.jsonstat import counts_of_jsonstat
from samskap.places.formats.maps import read_json
from samskap.places.formats.tables import counts_of_table


def read_population(file: BinaryIO, day: date | None = None) -> Iterator[Count]:
    """Give every count of a file.

    day   when people were counted, where the file does not say

    Raises FileIsNotJson, ColumnIsMissing, DayIsMissing, DimensionIsNotKnown or ValueIsWrong.
    """
    start = file.read(64).lstrip(b"\xef\xbb\xbf \r\n\t")
    file.seek(0)
    if start.startswith(b"{"):
        return counts_of_jsonstat(read_json(file.read()), day)
    return counts_of_table(file, day)
