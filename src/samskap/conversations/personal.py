"""What conversations hold about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, GIVEN, IN_OFFICE, ON_PAPER, Held

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
)
