"""Print the key to the first run of an empty instance."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from samskap.municipalities.first_run import first_run_path
from samskap.municipalities.queries import has_municipalities


class Command(BaseCommand):
    """Prints an address that opens the first run for a day."""

    help = "Print the address where the first municipality is set up. It works for a day, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""
        parser.add_argument(
            "--at", default="http://localhost:8000", help="where the server is reached"
        )

    def handle(self, *, at: str, **_: object) -> None:
        """Print the address, unless the first run is over."""
        if has_municipalities():
            raise CommandError(
                "A municipality has already been set up here. Add another one with"
                " open-municipality, or name one more administrator on the page of roles."
            )
        self.stdout.write("Open this address to set up the first municipality:")
        self.stdout.write(f"  {at.rstrip('/')}{first_run_path()}")
