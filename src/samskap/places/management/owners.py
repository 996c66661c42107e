"""Which municipalities an import concerns."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date

from django.core.management.base import CommandError

from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import municipality_at


def add_owner_arguments(parser: ArgumentParser) -> None:
    """Declare how the command is told whom it concerns."""
    whom = parser.add_mutually_exclusive_group()
    whom.add_argument("--municipality", metavar="HOST", help="only the one at this host name")
    whom.add_argument("--all", action="store_true", help="every municipality of a country")
    parser.add_argument("--country", default="NO", help="with --all: NO (as given here) or DK")


def owners(*, host: str | None, everyone: bool, country: str) -> list[Municipality]:
    """Find the municipalities; the only one there is need not be named."""
    if everyone:
        # Codes are given out by each country: 0101 is Halden in Norway and København in Denmark.
        found = list(Municipality.objects.filter(country=country.upper()))
        if not found:
            raise CommandError(f"There is no municipality of the country {country} here.")
        return found
    if host:
        municipality = municipality_at(host)
        if municipality is None:
            raise CommandError(f"No municipality answers at “{host}”.")
        return [municipality]
    found = list(Municipality.objects.all()[:2])
    if len(found) != 1:
        raise CommandError(
            "Say which municipality: --municipality HOST, or --all."
            if found
            else "There is no municipality yet. Begin with first-run."
        )
    return found


def a_day(written: str) -> date:
    """Read a day like 2024-01-01."""
    try:
        return date.fromisoformat(written)
    except ValueError as problem:
        raise ArgumentTypeError(f"“{written}” is not a day like 2024-01-01") from problem
