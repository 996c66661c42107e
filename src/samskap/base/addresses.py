"""Addresses that stand on many pages, put together once as long as the program runs."""

from functools import cache
from urllib.parse import quote

from django.urls import reverse

PLACE = 8_999_999_000  # stands where a key will stand; it fits a number as well as a slug


@cache
def _pattern(route: str, keys: int) -> str:
    """The address of a route with a gap for each key."""
    places = [PLACE + number for number in range(keys)]
    found = reverse(route, args=places).replace("%", "%%")
    for place in places:
        found = found.replace(str(place), "%s")
    return found


def address(route: str, *keys: int | str) -> str:
    """The address of a page: `reverse` in a tenth of the time, for numbers and slugs."""
    return _pattern(route, len(keys)) % tuple(quote(str(key), safe="") for key in keys)
