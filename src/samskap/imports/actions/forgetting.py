"""Letting go of somebody who deletes their account."""

import json
import re

from samskap.imports.models import File, Invitation, Line
from samskap.people.models import Person

AT_ONCE = 500  # lines in one statement


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction."""
    Invitation.objects.filter(email=person.email).delete()
    Invitation.objects.filter(invited_by=person).update(invited_by=None)
    File.objects.filter(by=person).update(by=None)
    blank_lines_with(person.email)


def blank_lines_with(email: str) -> None:
    """Forget what stands in every line that names an address."""
    written = json.dumps(email, ensure_ascii=False)[1:-1]  # as the cells have it
    maybe = Line.objects.exclude(cells="").filter(cells__icontains=written).order_by()
    lines = [line for line in maybe if any(has_address(cell, email) for cell in line.values)]
    for line in lines:
        line.cells = ""
    Line.objects.bulk_update(lines, ["cells"], batch_size=AT_ONCE)


def has_address(cell: str, email: str) -> bool:
    """Whether a cell names an address, alone or among other words.

    A longer address that only contains it is somebody else’s: nicola@x.no is not la@x.no.
    """
    begins, ends = r"(?<![^\W_])(?<!\w[._%+'-])", r"(?![^\W_]|[.-]\w)"
    return re.search(begins + re.escape(email) + ends, cell, re.IGNORECASE) is not None
