"""Which days are public holidays: those that the law of a country names, in any year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from dateutil.easter import easter

from samskap.kernels.errors import UnknownWord

FROM_EASTER: Mapping[str, int] = MappingProxyType(
    {
        "maundy_thursday": -3,
        "good_friday": -2,
        "easter_sunday": 0,
        "easter_monday": 1,
        "great_prayer_day": 26,
        "ascension_day": 39,
        "whit_sunday": 49,
        "whit_monday": 50,
    }
)
LAST_GREAT_PRAYER_DAY = 2023


def _norway(year: int) -> dict[date, str]:
    """Source: helligdagsfredsloven § 2 (LOV-1995-02-24-12); LOV-1947-04-26-1 (1 and 17 May)."""
    fixed = {
        date(year, 1, 1): "new_years_day",
        date(year, 5, 1): "first_of_may",
        date(year, 5, 17): "constitution_day",
        date(year, 12, 25): "christmas_day",
        date(year, 12, 26): "second_day_of_christmas",
    }
    return fixed | _around_easter(year, but={"great_prayer_day"})


def _denmark(year: int) -> dict[date, str]:
    """Source: helligdagsanordningen 1770; lov nr. 214 af 6.3.2023 (no great prayer day since)."""
    fixed = {
        date(year, 1, 1): "new_years_day",
        date(year, 12, 25): "christmas_day",
        date(year, 12, 26): "second_day_of_christmas",
    }
    gone = {"great_prayer_day"} if year > LAST_GREAT_PRAYER_DAY else set()
    return fixed | _around_easter(year, but=gone)


def _around_easter(year: int, *, but: set[str]) -> dict[date, str]:
    """The days that move with Easter."""
    sunday = easter(year)
    return {
        sunday + timedelta(days=days): name for name, days in FROM_EASTER.items() if name not in but
    }


COUNTRIES: Mapping[str, Callable[[int], dict[date, str]]] = MappingProxyType(
    {"NO": _norway, "DK": _denmark}
)


@cache
def public_holidays(country: str, year: int) -> Mapping[date, str]:
    """Return the public holidays of a country in one year, by day.

    country  ISO 3166 code, one of COUNTRIES
    year     in the Gregorian calendar, 1583 … 4099
    returns  day → its name as a key, e.g. “ascension_day”; Sundays that are only Sundays are none

    Where two fall on one day (17 May on Whit Sunday), the one that moves gives the name.

    Raises UnknownWord for another country.

    Source: see the rule of each country. Easter: Butcher’s algorithm, as in `dateutil.easter`.
    """
    if country not in COUNTRIES:
        raise UnknownWord(f"country {country!r} is not one of {', '.join(COUNTRIES)}")
    return MappingProxyType(COUNTRIES[country](year))


def is_public_holiday(country: str, day: date) -> bool:
    """Say whether a day is a public holiday there."""
    return day in public_holidays(country, day.year)
