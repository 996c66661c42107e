"""Counts of people, and the words that statistics offices write sexes, ages and years with."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from samskap.places.formats.maps import as_code

Sex = Literal["all", "women", "men"]
OLDEST = 150  # years; an age group without an upper end
MOST_PERSONS = 1_000_000_000  # more live in no area, and fit into no column

SEX_OF: dict[str, Sex] = {
    **dict.fromkeys(("1", "m", "men", "man", "male", "mann", "menn", "mænd", "mand"), "men"),
    **dict.fromkeys(
        ("2", "k", "f", "w", "women", "woman", "female", "kvinne", "kvinner", "kvinder"), "women"
    ),
    **dict.fromkeys(
        ("0", "all", "both", "total", "tot", "t", "begge kjønn", "i alt", "ialt", "alle", ""), "all"
    ),
}
EVERYBODY = frozenset(
    ("", "all", "total", "tot", "ialt", "i alt", "alle", "alle aldre", "999", "999a", "0+")
)
AGES = re.compile(
    r"[fhaå]?\s*(\d{1,3})(?:\s*(?:[-–]|til|to)\s*(\d{1,3})|\s*(\+|.*og eldre|.*over))?"
)
YEARS_AFTER = re.compile(r"\s*(år|years?)?\.?$")
PERIOD = re.compile(r"(\d{4})(?:(K|Q)([1-4])|M(\d{2})|-(\d{2})-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Count:
    """How many people of a sex and age lived in an area on one day.

    code       the statistics office’s code of the area
    age_to     inclusive; OLDEST where the group has no upper end
    row        where it stands in the file, for whoever looks for a mistake
    """

    code: str
    on: date
    sex: Sex
    age_from: int
    age_to: int
    persons: int
    row: int = 0


def read_sex(written: str) -> Sex | None:
    """Understand how a file writes a sex; None where it cannot be."""
    return SEX_OF.get(written.strip().lower())


def read_ages(written: str) -> tuple[int, int] | None:
    """Understand “F20-64”, “65+”, “38 år” or “total” as from and to; None where it cannot be."""
    plain = YEARS_AFTER.sub("", written.strip().lower())
    if plain in EVERYBODY:
        return 0, OLDEST
    match = AGES.fullmatch(plain)
    if not match:
        return None
    first, last, and_over = match.groups()
    low = int(first)
    high = OLDEST if and_over else int(last or first)
    return (low, high) if low <= high <= OLDEST else None


def read_day(written: str) -> date | None:
    """Understand a year, quarter, month or day as its first day; None where it cannot be."""
    match = PERIOD.fullmatch(written.strip().upper())
    if not match:
        return None
    year, _quarter, quarter, month, iso_month, iso_day = match.groups()
    first_month = 3 * int(quarter) - 2 if quarter else int(month or iso_month or 1)
    try:
        return date(int(year), first_month, int(iso_day or 1))
    except ValueError:
        return None


def read_code(written: str) -> str:
    """Write the code of an area as everywhere else."""
    return as_code(written)
