"""What privacy holds about one person."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, IN_OFFICE, Held, Keeping
from samskap.privacy.actions.unused import end_empty, end_unused
from samskap.privacy.models import Sight
from samskap.privacy.queries.unused import RULE, empty_since, told_and_unused

held = (
    Held(
        model="privacy.Archive",
        title=_("Archives you asked for"),
        by=("person",),
        shows=("municipality", "language", "asked_at", "ready_at", "ends_at", "size"),
        leaves_out={"key": A_KEY, "file_name": A_KEY},
    ),
    Held(
        model="privacy.Forewarning",
        title=_("When we wrote to you that your account goes unless you sign in"),
        by=("person",),
        shows=("municipality", "told_at"),
    ),
    Held(
        model="privacy.Sight",
        title=_("Who of the staff looked at your data"),
        by=("about",),
        shows=("municipality", "what", "at"),
    ),
    Held(
        model="privacy.Sight",
        title=_("Pages with data about others that you opened"),
        by=("by",),
        shows=("municipality", "what", "at"),
        stays={"what": IN_OFFICE},
    ),
    Held(
        model="privacy.Erasure",
        title=_("Those who gave on paper, whom you forgot"),
        by=("by",),
        shows=("municipality", "reason", "at"),
        stays={"reason": IN_OFFICE},
    ),
    Held(
        model="privacy.RetentionRule",
        title=_("Times you chose for keeping things"),
        by=("changed_by",),
        shows=("municipality", "key", "days", "why", "changed_at"),
    ),
)


def old_sights(before: datetime) -> QuerySet[Sight]:
    """Who of the staff opened which sensitive page before a moment."""
    return Sight.objects.filter(at__lt=before)


keeps = (
    Keeping(
        key="privacy.sights",
        title=_("Who of the staff opened pages with more about people than others may see"),
        why=_("So that misuse can be found out (GDPR art. 32)."),
        days=730,
        least=365,
        most=1825,
        rows=old_sights,
    ),
    Keeping(
        key=RULE,
        title=_("Accounts to which nobody has signed in"),
        why=_(
            "Whoever no longer takes part need not be kept (GDPR art. 5(1)(e)). They are told by"
            " letter 60 days before. Never staff, nor whoever has a turn, a promise or a mandate,"
            " or waits for an answer. Where somebody takes part in several municipalities, the"
            " longest time counts."
        ),
        days=1095,
        least=365,
        most=3650,
        rows=told_and_unused,
        ends=end_unused,
    ),
    Keeping(
        key="privacy.empty_accounts",
        title=_("Accounts that were made for somebody who never signed in anywhere"),
        why=_("They were meant for an invitation that nobody has taken."),
        days=365,
        least=365,
        most=365,
        rows=empty_since,
        ends=end_empty,
        tenant="",
    ),
)
