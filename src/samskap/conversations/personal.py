"""What conversations hold about one person."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, GIVEN, IN_OFFICE, ON_PAPER, Held, Keeping
from samskap.conversations.models import Report, Wording

held = (
    Held(
        model="conversations.Comment",
        title=_("Your comments"),
        by=("by",),
        shows=(
            *("municipality", "thread", "column", "text", "language", "channel", "speaking_for"),
            *("state", "at", "edited_at"),
        ),
        leaves_out={"giver": ON_PAPER, "form_key": A_KEY},
    ),
    Held(
        model="conversations.Wording",
        title=_("Earlier wordings of your comments"),
        by=("comment__by",),
        shows=("comment", "text", "language", "at"),
    ),
    Held(
        model="conversations.Verdict",
        title=_("What was decided about your comments"),
        by=("comment__by",),
        shows=("municipality", "comment", "hides", "ground", "reason", "at"),
    ),
    Held(
        model="conversations.Verdict",
        title=_("What you decided about comments"),
        by=("by",),
        shows=("municipality", "hides", "ground", "reason", "at"),
        stays={"reason": IN_OFFICE},
    ),
    Held(
        model="conversations.Report",
        title=_("Comments you reported"),
        by=("by",),
        shows=("municipality", "ground", "text", "at"),
    ),
    Held(
        model="conversations.Appeal",
        title=_("Your appeals"),
        by=("by",),
        shows=("municipality", "text", "at", "changes", "reasons", "decided_at"),
    ),
    Held(
        model="conversations.Appeal",
        title=_("Appeals you decided"),
        by=("decided_by",),
        shows=("municipality", "changes", "reasons", "decided_at"),
        stays={"reasons": IN_OFFICE},
    ),
    Held(
        model="conversations.Thread",
        title=_("Threads about what you gave"),
        by=("author",),
        shows=("municipality", "label", "path", "opened_at"),
        stays={"label": GIVEN},
    ),
    Held(
        model="conversations.Thread",
        title=_("Threads you summed up"),
        by=("summarised_by",),
        shows=("municipality", "path", "summary", "summary_language", "summarised_at"),
        stays={"summary": IN_OFFICE},
    ),
    Held(
        model="conversations.Comment",
        title=_("Comments you wrote down for others"),
        by=("entered_by",),
        shows=("municipality", "thread", "at"),
    ),
)


def old_wordings(before: datetime) -> QuerySet[Wording]:
    """What a comment said before it was edited, before a moment."""
    return Wording.objects.filter(at__lt=before)


def answered_reports(before: datetime) -> QuerySet[Report]:
    """What was written in reports that were answered, from before a moment."""
    return Report.objects.filter(at__lt=before, verdict__isnull=False).exclude(text="")


keeps = (
    Keeping(
        key="conversations.wordings",
        title=_("Earlier wordings of comments"),
        why=_("So that nobody can change what others have answered without a trace."),
        days=730,
        least=90,
        most=1825,
        rows=old_wordings,
        tenant="comment__municipality",
    ),
    Keeping(
        key="conversations.reports",
        title=_("What was written in reports about comments"),
        why=_("It is needed while somebody can appeal. That there was a report is kept."),
        days=365,
        least=90,
        most=1095,
        rows=answered_reports,
        blanks={"text": ""},
    ),
)
