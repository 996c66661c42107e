"""Open a municipality on this instance, with its first administrator."""

from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from samskap.base.refusals import Refusal
from samskap.municipalities.actions import open_municipality
from samskap.municipalities.presets import PRESETS


class Command(BaseCommand):
    """Opens one more municipality."""

    help = "Open a municipality: its name, country, host name and first administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""
        parser.add_argument("name", help="for example “Bodø kommune”")
        parser.add_argument("--country", required=True, choices=sorted(PRESETS))
        parser.add_argument("--host", required=True, help="for example samskap.bodo.kommune.no")
        parser.add_argument("--code", default="", help="municipality number, for example 1804")
        parser.add_argument("--administrator", required=True, help="e-mail address")

    def handle(
        self, *, name: str, country: str, host: str, code: str, administrator: str, **_: object
    ) -> None:
        """Open it, and say where it is."""
        try:
            validate_email(administrator)
        except ValidationError as problem:
            raise CommandError(f"“{administrator}” is not an e-mail address.") from problem
        try:
            municipality = open_municipality(
                name=name, country=country, host=host, code=code, administrator=administrator
            )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"{municipality} is open at {host}. {administrator} signs in there with a code by"
            " e-mail and sets up the rest."
        )
