"""What meetings hold about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import Held

held = (
    Held(
        model="meetings.Event",
        title=_("Events that you held"),
        by=("giver__person",),
        shows=(
            *("municipality", "initiative", "title", "kind", "text", "place", "for_whom"),
            *("starts_at", "ends_at", "actor_kind", "speaking_for", "announced_at"),
        ),
    ),
    Held(
        model="meetings.Coming",
        title=_("Events that you are coming to"),
        by=("person",),
        shows=("municipality", "event", "at"),
    ),
)
