"""Read everything that can be found, and make what search keeps true."""

from typing import Any

from django.core.management.base import BaseCommand

from samskap.search.actions import read_whole
from samskap.search.models import Entry


class Command(BaseCommand):
    """Writes at once: it changes nothing but what search keeps, and can be run at any time."""

    help = "Read everything that is public, so that search finds it. The clock does so each night."

    def handle(self, **named: Any) -> None:
        """Read, and say how much there is."""
        written = read_whole()
        self.stdout.write(f"Entries written anew: {written}; in all: {Entry.objects.count()}.")
