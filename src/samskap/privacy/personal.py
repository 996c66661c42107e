"""What privacy holds about one person."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, IN_OFFICE, Held, Keeping
from samskap.privacy.models import Sight

held = (
    Held(
        model="privacy.Archive",
        title=_("Archives you asked for"),
        by=("person",),
        shows=("municipality", "language", "asked_at", "ready_at", "ends_at", "size"),
        leaves_out={"key": A_KEY, "file_name": A_KEY},
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
)
