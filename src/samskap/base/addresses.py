"""Addresses that stand on every page."""

from functools import cache

from django.urls import reverse


@cache
def address(route: str) -> str:
    """The address of a page that there is one of; it is the same as long as the program runs."""
    return reverse(route)
