"""Letting go of somebody who deletes their account."""

from samskap.imports.models import File, Invitation, Line
from samskap.people.models import Person


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account; called in that transaction."""
    Invitation.objects.filter(email=person.email).delete()
    Invitation.objects.filter(invited_by=person).update(invited_by=None)
    File.objects.filter(by=person).update(by=None)
    Line.objects.filter(cells__icontains=person.email).update(cells="")
