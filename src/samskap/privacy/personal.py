"""What privacy holds about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, Held

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
    ),
)
