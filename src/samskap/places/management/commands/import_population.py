"""Import how many people live in areas, by age and sex, from JSON-stat 2 or CSV."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from samskap.base.refusals import Refusal
from samskap.places.actions import set_population
from samskap.places.formats.population import read_population
from samskap.places.management.owners import a_day, add_owner_arguments, owners
from samskap.places.management.report import report


class Command(BaseCommand):
    """A rehearsal unless --commit is given."""

    help = "Import figures of population. Shows what would change; --commit changes it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""
        parser.add_argument(
            "file",
            type=Path,
            help="JSON-stat 2, or CSV with columns for area, persons and maybe day, sex and age",
        )
        parser.add_argument("--source", required=True, help="who published it, such as SSB, 07459")
        parser.add_argument(
            "--date",
            type=a_day,
            help="the day, where the file has none (else 1 January of its year)",
        )
        parser.add_argument(
            "--part",
            action="store_true",
            help="the file counts only some residents: it serves for shares, not as their number",
        )
        parser.add_argument("--commit", action="store_true", help="write to the database")
        add_owner_arguments(parser)

    def handle(
        self,
        *,
        file: Path,
        source: str,
        part: bool,
        commit: bool,
        municipality: str | None,
        country: str,
        **options: object,
    ) -> None:
        """Rehearse the import, then keep it or roll it back."""
        whom = owners(host=municipality, everyone=bool(options.get("all")), country=country)
        day = options.get("date")
        with translation.override("en"):
            try:
                with file.open("rb") as lines, transaction.atomic():
                    change = set_population(
                        read_population(lines, day if isinstance(day, date) else None),
                        municipalities=whom,
                        source=source,
                        is_whole=not part,
                    )
                    transaction.set_rollback(not commit)
            except OSError as problem:
                raise CommandError(f"{file} cannot be read: {problem.strerror}.") from problem
            except Refusal as refusal:
                raise CommandError(f"{file}: {refusal}") from refusal
            for line in report(change, commit=commit):
                self.stdout.write(line)
