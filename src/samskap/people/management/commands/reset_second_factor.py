"""Takes two-factor sign-in away from somebody whom no administrator can help."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samskap.municipalities.models import Municipality
from samskap.people.actions import reset_second_factor
from samskap.people.models import Person


class Command(BaseCommand):
    """Run by whoever runs the server: `reset_second_factor ada@example.org --at fjordvik`."""

    help = "Take two-factor sign-in away from an account; its owner is told by e-mail."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask whose it is, and in which municipality’s name the letter is written."""
        parser.add_argument("email")
        parser.add_argument("--at", required=True, help="the slug of a municipality")

    def handle(self, *args: Any, email: str, at: str, **options: Any) -> None:
        """Take it away."""
        person = Person.objects.filter(email=email.strip().lower()).first()
        municipality = Municipality.objects.filter(slug=at).first()
        if person is None or municipality is None:
            raise CommandError("There is no such account, or no such municipality.")
        reset_second_factor(of=person, municipality=municipality, by=None)
        self.stdout.write(f"Two-factor sign-in of {person.email} is off.")
