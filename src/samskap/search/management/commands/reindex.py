"""Read everything that can be found, and make what search keeps true."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from samskap.search.actions import read_whole
from samskap.search.models import Entry


class Command(BaseCommand):
    """Writes at once: it changes nothing but what search keeps, and can be run at any time."""

    help = "Read everything that is public, so that search finds it. The clock does so each night."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to trust what is there."""
        parser.add_argument(
            "--anew",
            action="store_true",
            help="Write every entry anew, also where what it was made of has not changed.",
        )

    def handle(self, *, anew: bool = False, **named: Any) -> None:
        """Read, and say how much there is."""
        written = read_whole(anew=anew)
        self.stdout.write(f"Entries written anew: {written}; in all: {Entry.objects.count()}.")
