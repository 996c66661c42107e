"""Import borders of areas from GeoJSON or TopoJSON."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from samskap.base.refusals import Refusal
from samskap.places.actions import set_borders
from samskap.places.formats.maps import read_map, shapes_by_code
from samskap.places.management.owners import a_day, add_owner_arguments, owners
from samskap.places.management.report import report


class Command(BaseCommand):
    """A rehearsal unless --commit is given."""

    help = "Import borders. Shows what would change; --commit changes it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""
        parser.add_argument("file", type=Path, help="GeoJSON or TopoJSON with longitude, latitude")
        parser.add_argument(
            "--valid-from", type=a_day, required=True, help="the first day of these borders"
        )
        parser.add_argument("--valid-to", type=a_day, help="the first day they no longer hold")
        parser.add_argument("--source", required=True, help="who made them, and under what licence")
        parser.add_argument(
            "--code-property", default="", help="where the code stands, such as kommunenummer"
        )
        parser.add_argument("--commit", action="store_true", help="write to the database")
        add_owner_arguments(parser)

    def handle(
        self,
        *,
        file: Path,
        valid_from: date,
        valid_to: date | None,
        source: str,
        code_property: str,
        commit: bool,
        municipality: str | None,
        country: str,
        **options: object,
    ) -> None:
        """Rehearse the import, then keep it or roll it back."""
        whom = owners(host=municipality, everyone=bool(options.get("all")), country=country)
        try:
            content = file.read_bytes()
        except OSError as problem:
            raise CommandError(f"{file} cannot be read: {problem.strerror}.") from problem
        with translation.override("en"):
            try:
                shape_of = shapes_by_code(read_map(content), code_property)
                with transaction.atomic():
                    change = set_borders(
                        shape_of,
                        municipalities=whom,
                        valid_from=valid_from,
                        valid_to=valid_to,
                        source=source,
                    )
                    transaction.set_rollback(not commit)
            except Refusal as refusal:
                raise CommandError(f"{file}: {refusal}") from refusal
            for line in report(change, commit=commit):
                self.stdout.write(line)
