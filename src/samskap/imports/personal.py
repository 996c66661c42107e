"""What imports hold about one person, and how long."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, IN_OFFICE, OF_ANOTHER, Held, Keeping
from samskap.imports.models import Invitation, Line

held = (
    Held(
        model="imports.Invitation",
        title=_("An invitation that waits for your answer"),
        by=("email",),
        match="email",
        shows=(
            *("municipality", "email", "given_name", "family_name", "language", "basis"),
            *("source", "sent_at", "is_accepted", "answered_at"),
        ),
        leaves_out={"key": A_KEY, "address_key": A_KEY},
    ),
    Held(
        model="imports.Invitation",
        title=_("Invitations you sent"),
        by=("invited_by",),
        shows=("municipality", "basis", "sent_at"),
    ),
    Held(
        model="imports.File",
        title=_("Files you brought in"),
        by=("by",),
        shows=("municipality", "kind", "name", "about", "rows", "state", "at", "taken_at"),
        stays={"name": IN_OFFICE, "about": IN_OFFICE},
    ),
    Held(model="imports.Line", leaves_out={"cells": OF_ANOTHER, "says": OF_ANOTHER}),
)


def old_lines(before: datetime) -> QuerySet[Line]:
    """Lines whose file was brought in before a moment."""
    return Line.objects.filter(file__at__lt=before).exclude(cells="", says="")


def unanswered(before: datetime) -> QuerySet[Invitation]:
    """Invitations that nobody had answered at a moment."""
    return Invitation.objects.filter(sent_at__lt=before, answered_at=None).exclude(email="")


keeps = (
    Keeping(
        key="imports.lines",
        title=_("What stood in files that were brought in"),
        why=_("It is needed while the import can be undone. What was made of it is kept."),
        days=30,
        least=1,
        most=90,
        rows=old_lines,
        blanks={"cells": "", "says": ""},
        tenant="file__municipality",
    ),
    Keeping(
        key="imports.invitations",
        title=_("Names and addresses of people who did not answer an invitation"),
        why=_("They have not said yes. The letter promises that they are forgotten."),
        days=30,
        least=7,
        most=30,
        rows=unanswered,
        blanks={"email": "", "given_name": "", "family_name": "", "source": ""},
    ),
)
