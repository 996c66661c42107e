"""Fill an invented municipality, for whoever wants to try Samskap."""

import json

from django.conf import settings
from django.core.management.base import BaseCommand

from samskap.config.demo.filling import fill, is_filled, sign_ins

PEOPLE = "demo-people.json"


class Command(BaseCommand):
    """Fills Fjordvik once; where it is there already, nothing changes."""

    help = "Fill the invented municipalities Fjordvik and Åkøbing; does nothing where they are."

    def handle(self, **_: object) -> None:
        """Fill, and write down who can sign in."""
        if is_filled():
            self.stdout.write("Fjordvik is filled already.")
        else:
            fill()
            self.stdout.write("Fjordvik and Åkøbing are filled.")
        # Last of all: whoever finds this file may trust that everything else is there.
        people = json.dumps(sign_ins(), ensure_ascii=False, indent=1)
        (settings.DATA / PEOPLE).write_text(people, encoding="utf-8")
