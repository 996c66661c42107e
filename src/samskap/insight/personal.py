"""What insight holds about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import GIVEN, IN_OFFICE, Held

held = (
    Held(
        model="insight.Contest",
        title=_("Figures you objected to"),
        by=("by",),
        shows=("municipality", "initiative", "rung", "reason", "at", "answer", "answered_at"),
        stays={"reason": GIVEN},
    ),
    Held(
        model="insight.Contest",
        title=_("Objections to figures that you answered"),
        by=("answered_by",),
        shows=("municipality", "initiative", "answer", "answered_at"),
        stays={"answer": IN_OFFICE},
    ),
)
