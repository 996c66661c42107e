"""What organisations hold about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import Held

held = (
    Held(
        model="organisations.Membership",
        title=_("Where you belong, and may speak for others"),
        by=("person",),
        shows=(
            *("municipality", "organisation", "is_administrator", "may_speak", "mandate_from"),
            *("mandate_until", "joined_at", "ended_at", "reminded_of"),
        ),
    ),
    Held(
        model="organisations.JoinRequest",
        title=_("Where you asked to belong"),
        by=("person",),
        shows=("municipality", "organisation", "words", "asked_at"),
    ),
    Held(
        model="organisations.Organisation",
        title=_("Organisations you registered"),
        by=("registered_by",),
        shows=("municipality", "name", "registered_at"),
    ),
)
