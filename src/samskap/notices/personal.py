"""What notices hold about one person."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, Held, Keeping
from samskap.notices.models import Letter, Notice

held = (
    Held(
        model="notices.Notice",
        title=_("What you were told"),
        by=("person",),
        shows=(
            *("municipality", "kind", "label", "text", "path", "language", "at", "read_at"),
            "goes_out",
        ),
        leaves_out={"letter": A_KEY},
    ),
    Held(
        model="notices.Notice",
        title=_("That others were told something with your name or your words"),
        by=("names",),
        shows=("municipality", "kind", "at"),
        stays={"kind": _("Others were told of it. That stays with them, without your name.")},
    ),
    Held(
        model="notices.Letter",
        title=_("Letters to you, by e-mail and SMS"),
        by=("person",),
        shows=("municipality", "carrier", "cause", "number", "made_at", "outcome", "ended_at"),
        leaves_out={"taken_until": A_KEY},
    ),
    Held(
        model="notices.Limits",
        title=_("How much you want to hear"),
        by=("person",),
        shows=("mail", "mails_a_week", "phone"),
    ),
    Held(
        model="notices.Wish",
        title=_("How you want to hear of what"),
        by=("person",),
        shows=("subject", "way"),
    ),
    Held(
        model="notices.CaughtUp",
        title=_("When you were last up to date"),
        by=("person",),
        shows=("municipality", "until"),
    ),
)


def read_notices(before: datetime) -> QuerySet[Notice]:
    """Notices that were read before a moment."""
    return Notice.objects.filter(read_at__lt=before)


def unread_notices(before: datetime) -> QuerySet[Notice]:
    """Notices that nobody read, from before a moment."""
    return Notice.objects.filter(read_at=None, at__lt=before)


def letters(before: datetime) -> QuerySet[Letter]:
    """That letters were sent, or could not be, before a moment."""
    return Letter.objects.filter(ended_at__lt=before)


keeps = (
    Keeping(
        key="notices.read",
        title=_("Notices that were read"),
        why=_("They have done their work. What they told of stands on its own page."),
        days=365,
        least=30,
        most=1095,
        rows=read_notices,
    ),
    Keeping(
        key="notices.unread",
        title=_("Notices that nobody read"),
        why=_("Whoever comes back after a long time shall still find the answers they got."),
        days=730,
        least=180,
        most=1825,
        rows=unread_notices,
    ),
    Keeping(
        key="notices.letters",
        title=_("That an e-mail or SMS was sent"),
        why=_("To find out why a letter did not come, and to send none twice."),
        days=180,
        least=30,
        most=730,
        rows=letters,
    ),
)
